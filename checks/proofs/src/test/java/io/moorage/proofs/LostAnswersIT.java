package io.moorage.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.proofs.load.AccountTopic;
import io.moorage.proofs.load.Load;
import io.moorage.proofs.oracle.Oracle;
import io.moorage.proofs.stage.Stage;
import io.moorage.proofs.wire.CommitTrap;
import io.moorage.proofs.wire.Hold;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL has committed, and the connection breaks before it can say so: the service does not know (R2). */
class LostAnswersIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Stage stage = Stage.shared();
    private final Evidence evidence = new Evidence(stage);

    @ParameterizedTest
    @CsvSource({"TopUpRequested, topUpId", "TopUpPaymentReceived, topUpId", "WalletBooked, reference"})
    void a_commit_whose_answer_is_lost_takes_effect_once(String eventType, String field) throws Exception {
        try (Load load = Load.of(Scale.customers(), stage, new AccountTopic(stage), Scale.SEED)) {
            for (int i = 0; i < Scale.kills(); i++) {
                stage.journal.awaitAcknowledgedAfter(System.nanoTime(), 20_000);
                Hold answer = stage.toPostgres.holdNext(new CommitTrap(eventType, field));
                Set<String> topUps = answer.awaitSprung(SOON);
                assertThat(evidence.stored(eventType, topUps)).isEqualTo(topUps.size());
                answer.cut();
            }
        }
        new Oracle(stage).finds_nothing_wrong();
    }
}

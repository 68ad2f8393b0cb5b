package io.moorage.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.proofs.load.Journal;
import io.moorage.proofs.oracle.Oracle;
import io.moorage.proofs.stage.Stage;
import io.moorage.proofs.wire.CommitTrap;
import io.moorage.proofs.wire.Hold;
import io.moorage.proofs.wire.Trap;
import io.moorage.proofs.wire.WriteTrap;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same {@code Idempotency-Key} from many clients at once, with another body, and around a crash (R5). */
class SameKeyIT {
    private static final int CLIENTS = 64;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Stage stage = Stage.shared();
    private final Evidence evidence = new Evidence(stage);
    private Repeats repeats;

    @BeforeEach
    void open() throws InterruptedException {
        repeats = new Repeats(stage);
    }

    @AfterEach
    void close() {
        repeats.close();
    }

    @Test
    void one_key_from_64_clients_has_one_effect_and_one_answer() throws Exception {
        for (int i = 0; i < Scale.repetitions(); i++) {
            String key = UUID.randomUUID().toString();
            List<Future<HttpResponse<String>>> answers =
                    Repeats.atOnce(CLIENTS, () -> repeats.send(repeats.customer.request(Repeats.AMOUNT, key)));
            Set<String> seen = new HashSet<>();
            for (var answer : answers)
                seen.add(answer.get().statusCode() + " " + answer.get().body());
            assertThat(seen).hasSize(1).first().asString().startsWith("201 ").contains(journaled(key));
        }
        new Oracle(stage).finds_nothing_wrong();
    }

    @Test
    void a_key_with_another_body_is_refused_and_changes_nothing() throws Exception {
        String key = UUID.randomUUID().toString();
        Journal.TopUp first = repeats.customer.topUp(Repeats.AMOUNT, key);

        for (var answer :
                Repeats.atOnce(CLIENTS, () -> repeats.send(repeats.customer.request(new BigDecimal("60.00"), key)))) {
            assertThat(answer.get().statusCode()).isEqualTo(422);
            assertThat(answer.get().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.get().body()).contains("\"code\":\"idempotency-key-reused\"");
        }

        assertThat(repeats.customer.topUp(Repeats.AMOUNT, key)).isEqualTo(first);
        new Oracle(stage).finds_nothing_wrong();
    }

    @Test
    void a_key_whose_first_try_died_before_the_commit_has_one_effect() throws Exception {
        crashInTheMiddle(new WriteTrap("TopUpRequested", "topUpId"), 0);
    }

    @Test
    void a_key_whose_first_try_died_after_the_commit_has_one_effect() throws Exception {
        crashInTheMiddle(new CommitTrap("TopUpRequested", "topUpId"), 1);
    }

    /** All clients send the same request; the service dies over it; they go on until each has the answer. */
    private void crashInTheMiddle(Trap trap, int durable) throws Exception {
        String key = UUID.randomUUID().toString();
        Hold hold = stage.toPostgres.holdNext(trap);
        var answers = CompletableFuture.supplyAsync(
                () -> Repeats.atOnce(CLIENTS, () -> repeats.customer.answerTo(Repeats.AMOUNT, key)));
        assertThat(evidence.stored("TopUpRequested", hold.awaitSprung(SOON))).isEqualTo(durable);
        stage.service.kill();
        stage.toPostgres.passAll();
        assertThat(answers).isNotDone();
        stage.service.start();

        Set<String> seen = new HashSet<>();
        for (var answer : answers.get()) seen.add(answer.get());
        assertThat(seen).hasSize(1).first().asString().contains(journaled(key));
        new Oracle(stage).finds_nothing_wrong();
    }

    /** The id that the journal has for the key from now on: the oracle then knows of one effect, and allows no other. */
    private String journaled(String key) throws InterruptedException {
        return repeats.customer.topUp(Repeats.AMOUNT, key).id();
    }
}

package io.moorage.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.proofs.load.AccountTopic;
import io.moorage.proofs.load.Customer;
import io.moorage.proofs.load.Load;
import io.moorage.proofs.oracle.Committed;
import io.moorage.proofs.oracle.Oracle;
import io.moorage.proofs.stage.Stage;
import io.moorage.proofs.wire.CommitTrap;
import io.moorage.proofs.wire.Hold;
import io.moorage.proofs.wire.KafkaCommitTrap;
import io.moorage.proofs.wire.WriteTrap;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} under load, each kill shown to hit the window it is named after (R1). After each the process is
 * started again, and work has to go on within ten seconds, or four times what a start takes on this machine while nobody
 * asks for anything; when all customers are done, the oracle judges.
 */
class KillsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long RESUMED_WITHIN_MS = 10_000;
    /** Where a start alone takes long, work under load is taken up in so many times of it. */
    private static final int STARTS = 4;

    private static final List<Written> WRITTEN = List.of(
            new Written("TopUpRequested", "topUpId"),
            new Written("TopUpPaymentReceived", "topUpId"),
            new Written("WalletBooked", "reference"));

    private final Stage stage = Stage.shared();
    private final Evidence evidence = new Evidence(stage);
    private final AccountTopic accounts = new AccountTopic(stage);
    private final Random random = new Random(Scale.SEED);

    /** @param field of the event's JSON, says which top-up it is about */
    private record Written(String type, String field) {}

    @Test
    void before_the_commit() throws Exception {
        underLoad("before commit", () -> {
            Written written = WRITTEN.get(random.nextInt(WRITTEN.size()));
            Hold write = holdFreshWrite(written);
            assertThat(write.isHeld()).isTrue();
        });
    }

    /** After a kill a policy sends anew what it has sent before: such a write is refused, and isn't waited for. */
    private Hold holdFreshWrite(Written written) throws Exception {
        while (true) {
            Hold write = stage.toPostgres.holdNext(new WriteTrap(written.type, written.field));
            Set<String> topUps = write.awaitSprung(SOON);
            if (evidence.stored(written.type, topUps) == 0) return write;
            write.release();
        }
    }

    @Test
    void between_commit_and_answer() throws Exception {
        underLoad("between commit and answer", () -> {
            Written written = WRITTEN.get(random.nextInt(WRITTEN.size()));
            Hold answer = stage.toPostgres.holdNext(new CommitTrap(written.type, written.field));
            Set<String> topUps = answer.awaitSprung(SOON);
            assertThat(evidence.stored(written.type, topUps)).isEqualTo(topUps.size());
            if (written.type.equals("TopUpRequested"))
                assertThat(stage.journal.topUps()).noneMatch(acknowledged -> topUps.contains(acknowledged.id()));
            assertThat(answer.isHeld()).isTrue();
        });
    }

    @Test
    void between_the_commit_in_kafka_and_the_next_batch() throws Exception {
        underLoad("between Kafka commit and next batch", () -> {
            Hold answer = stage.toKafka.holdNext(new KafkaCommitTrap());
            Set<String> events = answer.awaitSprung(SOON);
            await().atMost(SOON).until(() -> evidence.committed(events).equals(events));
            assertThat(answer.isHeld()).isTrue();
        });
    }

    @Test
    void between_inbox_and_effect() throws Exception {
        Set<String> opened = new HashSet<>();
        underLoad("between inbox and effect", () -> {
            // What the last kill left undone comes again first, and would be taken for the next.
            await().atMost(SOON.multipliedBy(2)).until(() -> evidence.stored("WalletOpened", opened) == opened.size());
            Hold effect = stage.toPostgres.holdNext(new WriteTrap("WalletOpened", "account"));
            String account = new Customer(stage, HttpClient.newHttpClient()).account;
            String eventId = accounts.open(account);
            assertThat(effect.awaitSprung(SOON)).containsExactly(account);
            assertThat(evidence.inboxRowIsWrittenButOpen("WhenAccountOpenedOpenWallet", eventId))
                    .isTrue();
            assertThat(evidence.stored("WalletOpened", Set.of(account))).isZero();
            opened.add(account);
        });
    }

    @Test
    void postgresql_itself() throws Exception {
        Recoveries recoveries = new Recoveries("PostgreSQL");
        try (Load load = load()) {
            for (int i = 0; i < Scale.kills(); i++) {
                workGoesOnFor(random.nextInt(200, 800));
                long killed = System.nanoTime();
                stage.postgres.kill();
                stage.postgres.restart();
                long back = System.nanoTime();
                long resumed = stage.journal.awaitAcknowledgedAfter(back, 60_000);
                recoveries.add(resumed, resumed + (back - killed) / 1_000_000);
            }
        }
        judge(recoveries);
    }

    @Test
    void kafka_itself() throws Exception {
        Recoveries recoveries = new Recoveries("Kafka");
        try (Load load = load()) {
            for (int i = 0; i < Scale.kills(); i++) {
                workGoesOnFor(random.nextInt(200, 800));
                long killed = System.nanoTime();
                stage.kafka.kill();
                stage.journal.awaitAcknowledgedAfter(System.nanoTime(), 5_000); // nobody has to wait for Kafka
                stage.kafka.restart();
                long back = System.nanoTime();
                int published = published();
                await().pollInterval(Duration.ofMillis(100))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> published() > published);
                long resumed = (System.nanoTime() - back) / 1_000_000;
                recoveries.add(resumed, resumed + (back - killed) / 1_000_000);
            }
        }
        judge(recoveries);
    }

    /** Brings the service into a window, kills it there, starts it again; as often as the run wants. */
    private void underLoad(String window, Fault bringIntoWindow) throws Exception {
        Recoveries recoveries = new Recoveries(window);
        try (Load load = load()) {
            for (int i = 0; i < Scale.kills(); i++) {
                workGoesOnFor(random.nextInt(100, 500));
                long killed;
                try {
                    bringIntoWindow.happens();
                    killed = System.nanoTime();
                    stage.service.kill();
                } finally {
                    stage.toPostgres.passAll();
                    stage.toKafka.passAll();
                }
                long started = System.nanoTime();
                stage.service.start();
                long resumed = stage.journal.awaitAcknowledgedAfter(started, 60_000);
                recoveries.add(resumed, resumed + (started - killed) / 1_000_000);
            }
        }
        judge(recoveries);
    }

    private Load load() {
        return Load.of(Scale.customers(), stage, accounts, random.nextLong(1_000_000));
    }

    private void workGoesOnFor(int ms) throws InterruptedException {
        stage.journal.awaitAcknowledgedAfter(System.nanoTime(), 20_000);
        stage.journal.awaitAcknowledgedAfter(System.nanoTime() + ms * 1_000_000L, 20_000);
    }

    private int published() {
        return Committed.all(stage.kafka.bootstrap(), "moorage.billing").size();
    }

    private void judge(Recoveries recoveries) throws Exception {
        recoveries.report(stage.undisturbedStartMs);
        new Oracle(stage).finds_nothing_wrong();
        assertThat(recoveries.slowest()).isLessThan(Math.max(RESUMED_WITHIN_MS, STARTS * stage.undisturbedStartMs));
    }

    private interface Fault {
        void happens() throws Exception;
    }
}

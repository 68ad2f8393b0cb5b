package io.moorage.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class RevocationAnnouncementsIT {
    private final Revocation revocation =
            new Revocation(Revocation.DELEGATION, UUID.randomUUID() + "/1", Instant.parse("2026-11-27T10:00:00Z"));

    @Test
    void what_is_said_while_kafka_is_away_is_there_when_it_is_back() throws IOException, InterruptedException {
        try (TestKafka kafka = TestKafka.startOwn();
                var announcements = new RevocationAnnouncements(kafka.bootstrap())) {
            announcements.tell(new Revocation(Revocation.DELEGATION, "before", Instant.EPOCH));
            kafka.kill();
            CompletableFuture<Void> said = CompletableFuture.runAsync(() -> announcements.tell(revocation));
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> !said.isDone());
            kafka.restart();

            said.join();

            assertThat(new TestTopic(kafka.bootstrap(), Revocation.TOPIC)
                            .all(received -> received.key().equals(revocation.key())))
                    .isNotEmpty();
        }
    }

    @Test
    void a_service_that_stops_does_not_wait() throws InterruptedException {
        try (var announcements = new RevocationAnnouncements("127.0.0.1:1")) {
            CompletableFuture<Void> said = new CompletableFuture<>();
            Thread stopping = Thread.ofPlatform().start(() -> {
                try {
                    announcements.tell(revocation);
                } catch (RuntimeException failure) {
                    said.completeExceptionally(failure);
                }
            });
            await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
            stopping.interrupt();

            assertThatThrownBy(said::join).hasCauseInstanceOf(InterruptException.class);
        }
    }
}

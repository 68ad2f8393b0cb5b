package io.moorage.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.contracts.revocation.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RevocationsHealthTest {
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private boolean read;

    private final RevocationsHealth health = new RevocationsHealth(
            new Revocations() {
                @Override
                public boolean has(String kind, String id) {
                    return false;
                }

                @Override
                public boolean isFresh() {
                    return false;
                }

                @Override
                public boolean wasRead() {
                    return read;
                }
            },
            clock);

    @Test
    void a_replica_is_ready_once_it_has_read_the_revocations_even_if_it_cannot_go_on() {
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);
        read = true;
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void without_kafka_it_is_ready_after_ten_seconds() {
        now = now.plus(Duration.ofMillis(9_999));
        assertThat(status()).isEqualTo(Status.OUT_OF_SERVICE);
        now = now.plus(Duration.ofMillis(1));
        assertThat(status()).isEqualTo(Status.UP);
    }

    private Status status() {
        Health told = health.health();
        return told.getStatus();
    }
}

package io.moorage.web;

import io.moorage.contracts.revocation.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A replica isn't ready before it knows the revocations. Where Kafka can't be reached it is after a while nevertheless,
 * and takes young tokens only: a restart during an outage of Kafka must not end in one of everything.
 */
final class RevocationsHealth implements HealthIndicator {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Revocations revocations;
    private final Clock clock;
    private final Instant startedAt;

    RevocationsHealth(Revocations revocations, Clock clock) {
        this.revocations = revocations;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public Health health() {
        boolean waitedEnough = !clock.instant().isBefore(startedAt.plus(PATIENCE));
        return revocations.wasRead() || waitedEnough
                ? Health.up().build()
                : Health.outOfService().build();
    }
}

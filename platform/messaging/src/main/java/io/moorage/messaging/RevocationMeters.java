package io.moorage.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moorage.contracts.revocation.Revocation;
import io.moorage.revocations.KnownRevocations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much this replica knows of revocations, and how soon it heard of them. */
final class RevocationMeters implements MeterBinder {
    private final KnownRevocations known;
    private volatile @Nullable Timer way;

    RevocationMeters(KnownRevocations known) {
        this.known = known;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("moorage.revocations.age", known, KnownRevocations::age)
                .description("Seconds since a round trip to Kafka that reached the end of the stream of revocations")
                .register(registry);
        Gauge.builder("moorage.revocations.held", known, KnownRevocations::held)
                .description("Revocations of the last ten minutes")
                .register(registry);
        way = Timer.builder("moorage.revocations.way")
                .description("From the end of a log-in until this replica knew of it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** What was read while the replica caught up isn't news and tells nothing of the way. */
    void read(Revocation revocation) {
        Timer timer = way;
        if (timer == null || !known.wasRead()) return;
        Duration took = Duration.between(revocation.at(), Instant.now());
        timer.record(took.isNegative() ? Duration.ZERO : took); // clocks differ
    }
}

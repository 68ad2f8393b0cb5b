package io.moorage.identity.operator.delivery;

import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is known of messages after a day, in one replica at a time. */
@Component
class ForgetOldMessages {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Deliveries deliveries;
    private final Leases leases;
    private final Clock clock;

    ForgetOldMessages(Deliveries deliveries, Leases leases, Clock clock) {
        this.deliveries = deliveries;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M")
    void sweep() {
        if (leases.hold("forget old messages"))
            deliveries.forgetBefore(clock.instant().minus(KEPT));
    }
}

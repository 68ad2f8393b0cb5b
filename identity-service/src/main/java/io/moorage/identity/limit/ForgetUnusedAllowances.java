package io.moorage.identity.limit;

import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes allowances that are whole again, in one replica at a time. */
@Component
class ForgetUnusedAllowances {
    private final Allowances allowances;
    private final Turns turns;
    private final Leases leases;
    private final Clock clock;

    ForgetUnusedAllowances(Allowances allowances, Turns turns, Leases leases, Clock clock) {
        this.allowances = allowances;
        this.turns = turns;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${moorage.limits.sweep-every}")
    void sweep() {
        if (!leases.hold("forget unused allowances")) return;
        Instant now = clock.instant();
        turns.run(() -> allowances.forgetUnused(now));
    }
}

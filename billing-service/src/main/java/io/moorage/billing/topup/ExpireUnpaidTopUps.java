package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpCommand.ExpireTopUp;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives up top-ups that nobody paid in time, in one replica at a time. */
@Component
class ExpireUnpaidTopUps {
    private static final int AT_ONCE = 500;

    private final TopUpList topUps;
    private final Commands commands;
    private final Leases leases;
    private final Clock clock;
    private final Duration expiresAfter;

    ExpireUnpaidTopUps(
            TopUpList topUps,
            Commands commands,
            Leases leases,
            Clock clock,
            @Value("${moorage.top-up.expires-after}") Duration expiresAfter) {
        this.topUps = topUps;
        this.commands = commands;
        this.leases = leases;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
    }

    @Scheduled(fixedDelayString = "${moorage.top-up.sweep-every}")
    void sweep() {
        if (!leases.hold("expire unpaid top-ups")) return;
        Instant now = clock.instant();
        for (String topUpId : topUps.openSince(now.minus(expiresAfter), AT_ONCE))
            commands.send(new ExpireTopUp(topUpId, now));
    }
}

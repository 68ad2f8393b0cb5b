package io.moorage.identity.delegation;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Leases;
import io.moorage.identity.delegation.DelegationCommand.EndDelegation;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says of delegations whose time is over that they have ended, in one replica at a time. */
@Component
class EndDelegations {
    private static final int AT_ONCE = 500;

    private final Delegations delegations;
    private final Commands commands;
    private final Leases leases;
    private final Clock clock;

    EndDelegations(Delegations delegations, Commands commands, Leases leases, Clock clock) {
        this.delegations = delegations;
        this.commands = commands;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${moorage.delegation.sweep-every}")
    void sweep() {
        if (!leases.hold("end delegations")) return;
        Instant now = clock.instant();
        for (String delegationId : delegations.ended(now, AT_ONCE)) commands.send(new EndDelegation(delegationId, now));
    }
}

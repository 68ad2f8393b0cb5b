package io.moorage.identity.invitation;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Leases;
import io.moorage.identity.invitation.InvitationCommand.ExpireInvitation;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives up invitations that nobody accepted in time, in one replica at a time. */
@Component
class ExpireInvitations {
    private static final int AT_ONCE = 500;

    private final InvitationList invitations;
    private final Commands commands;
    private final Leases leases;
    private final Clock clock;

    ExpireInvitations(InvitationList invitations, Commands commands, Leases leases, Clock clock) {
        this.invitations = invitations;
        this.commands = commands;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${moorage.invitation.sweep-every}")
    void sweep() {
        if (!leases.hold("expire invitations")) return;
        Instant now = clock.instant();
        for (String invitationId : invitations.overdue(now, AT_ONCE))
            commands.send(new ExpireInvitation(invitationId, now));
    }
}

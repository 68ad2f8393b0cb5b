package io.moorage.identity.invitation;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Leases;
import io.moorage.identity.invitation.InvitationCommand.ExpireInvitation;
import io.moorage.identity.invitation.InvitationCommand.WithdrawInvitation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives up invitations that nobody accepted in time, in one replica at a time. One that nobody sends again in a month is
 * withdrawn: its address isn't kept for ever.
 */
@Component
class ExpireInvitations {
    private static final int AT_ONCE = 500;

    private final InvitationList invitations;
    private final Commands commands;
    private final Leases leases;
    private final Clock clock;
    private final Duration sentAgainWithin;

    ExpireInvitations(
            InvitationList invitations,
            Commands commands,
            Leases leases,
            Clock clock,
            @Value("${moorage.invitation.sent-again-within}") Duration sentAgainWithin) {
        this.invitations = invitations;
        this.commands = commands;
        this.leases = leases;
        this.clock = clock;
        this.sentAgainWithin = sentAgainWithin;
    }

    @Scheduled(fixedDelayString = "${moorage.invitation.sweep-every}")
    void sweep() {
        if (!leases.hold("expire invitations")) return;
        Instant now = clock.instant();
        for (String invitationId : invitations.overdue(now, AT_ONCE))
            commands.send(new ExpireInvitation(invitationId, now));
        for (String invitationId : invitations.expiredBefore(now.minus(sentAgainWithin), AT_ONCE))
            commands.send(new WithdrawInvitation(invitationId, now));
    }
}

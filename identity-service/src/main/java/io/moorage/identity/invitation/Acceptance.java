package io.moorage.identity.invitation;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Transactions;
import io.moorage.identity.delegation.Delegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.identity.delegation.DelegationRefused;
import io.moorage.identity.delegation.HeldAccess;
import io.moorage.identity.invitation.InvitationCommand.AcceptInvitation;
import io.moorage.identity.invitation.InvitationList.Offer;
import io.moorage.web.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns an invitation into a delegation, in one transaction: who accepts has access at once, or the invitation still. */
@Component
class Acceptance {
    private final Links links;
    private final InvitationList invitations;
    private final Invitees invitees;
    private final HeldAccess held;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    Acceptance(
            Links links,
            InvitationList invitations,
            Invitees invitees,
            HeldAccess held,
            Commands commands,
            Transactions transactions,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.invitees = invitees;
        this.held = held;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the delegation's id */
    String accept(Link link, Caller caller) {
        String account = offer(link).account();
        if (held.isOwner(caller.userId(), account)) throw DelegationRefused.ownerHasAll();
        transactions.together(() -> carryOut(link, caller));
        return Delegation.id(account, caller.userId());
    }

    private void carryOut(Link link, Caller caller) {
        Instant now = clock.instant();
        Offer offer = offer(link);
        commands.send(new AcceptInvitation(
                offer.id(),
                caller.userId(),
                isInvitee(offer.id(), caller),
                held.now(offer.invitedBy(), offer.account()),
                now));
        commands.send(new GrantDelegation(
                Delegation.id(offer.account(), caller.userId()),
                offer.account(),
                caller.userId(),
                offer.invitedBy(),
                offer.access(),
                now));
    }

    private Offer offer(Link link) {
        return links.invitationOf(link).flatMap(invitations::offer).orElseThrow(InvitationRefused::linkUnknown);
    }

    private boolean isInvitee(String invitationId, Caller caller) {
        return invitees.find(invitationId)
                .filter(invitee -> invitee.email().equals(Invitees.written(caller.email())))
                .isPresent();
    }
}

package io.moorage.identity.invitation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.DelegationRefused;
import io.moorage.identity.invitation.InvitationCommand.AcceptInvitation;
import io.moorage.identity.invitation.InvitationCommand.ExpireInvitation;
import io.moorage.identity.invitation.InvitationCommand.ResendInvitation;
import io.moorage.identity.invitation.InvitationCommand.SendInvitation;
import io.moorage.identity.invitation.InvitationCommand.WithdrawInvitation;
import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationExpired;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** The offer of access to an account, from the mail to its acceptance or its end. */
@AggregateRoot(type = "invitation")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Invitation {
    @AggregateIdentifier
    private String invitationId;

    private String account;
    private Access access;
    private Instant expiresAt;
    private InvitationState state = InvitationState.PENDING;

    Invitation() {}

    @CommandHandler
    Invitation(SendInvitation wish) {
        send(
                wish.invitationId(),
                wish.account(),
                wish.invitedBy(),
                wish.access(),
                wish.held(),
                wish.expiresAt(),
                wish.at());
    }

    @CommandHandler
    void decide(ResendInvitation wish) {
        if (!state.isOpen()) throw InvitationRefused.isOver(state);
        if (access.hasEnded(wish.at())) throw InvitationRefused.isOver(InvitationState.EXPIRED);
        send(invitationId, account, wish.invitedBy(), access, wish.held(), wish.expiresAt(), wish.at());
    }

    private static void send(
            String id, String account, String invitedBy, Access access, Access held, Instant expiresAt, Instant at) {
        if (!held.mayGrant(access)) throw DelegationRefused.notYoursToGrant();
        Instant end = access.endsAt(); // an offer lasts no longer than what it offers
        Instant earlier = end != null && end.isBefore(expiresAt) ? end : expiresAt;
        apply(new InvitationSent(id, account, invitedBy, access, earlier, at));
    }

    @CommandHandler
    void decide(WithdrawInvitation withdrawal) {
        if (state == InvitationState.WITHDRAWN) return;
        if (!state.isOpen()) throw InvitationRefused.isOver(state);
        apply(new InvitationWithdrawn(invitationId, account, withdrawal.at()));
    }

    /** The inviter gives away what they hold now, not what they held when they wrote. */
    @CommandHandler
    void decide(AcceptInvitation acceptance) {
        if (state != InvitationState.PENDING) throw InvitationRefused.isOver(state);
        if (isOver(acceptance.at())) throw InvitationRefused.isOver(InvitationState.EXPIRED);
        if (!acceptance.isInvitee()) throw InvitationRefused.forAnotherAddress();
        if (!acceptance.held().mayGrant(access)) throw InvitationRefused.inviterHoldsLess();
        apply(new InvitationAccepted(invitationId, account, acceptance.userId(), acceptance.at()));
    }

    @CommandHandler
    void decide(ExpireInvitation expiry) {
        if (state == InvitationState.PENDING && isOver(expiry.at()))
            apply(new InvitationExpired(invitationId, account, expiry.at()));
    }

    private boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    @EventSourcingHandler
    void evolve(InvitationSent event) {
        invitationId = event.invitationId();
        account = event.account();
        access = event.access();
        expiresAt = event.expiresAt();
        state = state.after(event);
    }

    @EventSourcingHandler
    void evolve(InvitationEvent event) {
        state = state.after(event);
    }
}

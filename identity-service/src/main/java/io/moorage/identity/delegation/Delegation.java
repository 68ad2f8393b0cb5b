package io.moorage.identity.delegation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.identity.delegation.DelegationCommand.ChangeDelegation;
import io.moorage.identity.delegation.DelegationCommand.EndDelegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.identity.delegation.DelegationCommand.LeaveDelegation;
import io.moorage.identity.delegation.DelegationCommand.RevokeDelegation;
import io.moorage.identity.delegation.DelegationEvent.DelegationChanged;
import io.moorage.identity.delegation.DelegationEvent.DelegationGranted;
import io.moorage.identity.delegation.DelegationEvent.DelegationRevoked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A user's access to an account that isn't theirs. It outlives its end: granted anew, its versions go on, so that none
 * is ever used twice.
 */
@AggregateRoot(type = "delegation")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Delegation {
    @AggregateIdentifier
    private String delegationId;

    private String account;
    private String userId;
    private Access access = Access.NONE;
    private int version;

    Delegation() {}

    /** Follows from account and user: two invitations that are accepted at once meet in one delegation. */
    public static String id(String account, String userId) {
        byte[] both = (account + " " + userId).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(both).toString();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GrantDelegation grant) {
        if (isActive(grant.at())) throw DelegationRefused.hasAccessAlready();
        apply(new DelegationGranted(
                grant.delegationId(),
                grant.account(),
                grant.userId(),
                grant.grantedBy(),
                grant.access(),
                version + 1,
                grant.at()));
    }

    @CommandHandler
    void decide(ChangeDelegation change) {
        if (!isActive(change.at())) throw DelegationRefused.notFound();
        if (change.changedBy().equals(userId)) throw DelegationRefused.ownAccess();
        if (!change.held().mayGrant(change.access())) throw DelegationRefused.notYoursToGrant();
        if (change.access().equals(access)) return;
        apply(new DelegationChanged(
                delegationId, account, userId, change.changedBy(), change.access(), version + 1, change.at()));
    }

    @CommandHandler
    void decide(RevokeDelegation revocation) {
        end("revoked", revocation.at());
    }

    @CommandHandler
    void decide(LeaveDelegation leave) {
        if (!leave.userId().equals(userId)) throw DelegationRefused.notFound();
        end("left", leave.at());
    }

    @CommandHandler
    void decide(EndDelegation end) {
        if (access.hasEnded(end.at())) end("ended", end.at());
    }

    private void end(String reason, Instant at) {
        if (access.equals(Access.NONE)) return; // somebody else was faster
        apply(new DelegationRevoked(delegationId, account, userId, reason, version + 1, at));
    }

    private boolean isActive(Instant now) {
        return !access.equals(Access.NONE) && !access.hasEnded(now);
    }

    @EventSourcingHandler
    void evolve(DelegationGranted event) {
        delegationId = event.delegationId();
        account = event.account();
        userId = event.userId();
        access = event.access();
        version = event.version();
    }

    @EventSourcingHandler
    void evolve(DelegationChanged event) {
        access = event.access();
        version = event.version();
    }

    @EventSourcingHandler
    void evolve(DelegationRevoked event) {
        access = Access.NONE;
        version = event.version();
    }
}

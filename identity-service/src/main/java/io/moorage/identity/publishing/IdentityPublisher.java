package io.moorage.identity.publishing;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.identity.DelegationChanged;
import io.moorage.contracts.identity.DelegationRevoked;
import io.moorage.contracts.identity.EmailChanged;
import io.moorage.contracts.identity.InvitationAccepted;
import io.moorage.contracts.identity.InvitationExpired;
import io.moorage.contracts.identity.InvitationSent;
import io.moorage.contracts.identity.InvitationWithdrawn;
import io.moorage.contracts.identity.PasswordChanged;
import io.moorage.contracts.identity.SecondFactorChanged;
import io.moorage.contracts.identity.SessionEnded;
import io.moorage.contracts.identity.UserRegistered;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.DelegationEvent;
import io.moorage.identity.invitation.InvitationEvent;
import io.moorage.identity.user.UserEvent;
import io.moorage.messaging.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. Who owns an account is told by account-service, so ownership stays private. */
@Component
class IdentityPublisher implements PublishedEvents {

    @Override
    public String service() {
        return "identity";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case UserEvent.UserRegistered e -> new UserRegistered(e.userId());
            case UserEvent.SecondFactorChanged e -> new SecondFactorChanged(e.userId(), e.factor(), e.change());
            case UserEvent.PasswordChanged e -> new PasswordChanged(e.userId());
            case UserEvent.EmailChanged e -> new EmailChanged(e.userId());
            case UserEvent.SessionEnded e -> new SessionEnded(e.userId(), e.sessionId(), e.reason());
            case InvitationEvent.InvitationSent e ->
                new InvitationSent(
                        e.invitationId(),
                        e.account(),
                        e.access().permissions(),
                        e.access().services(),
                        e.expiresAt());
            case InvitationEvent.InvitationAccepted e ->
                new InvitationAccepted(e.invitationId(), e.account(), e.userId());
            case InvitationEvent.InvitationWithdrawn e -> new InvitationWithdrawn(e.invitationId(), e.account());
            case InvitationEvent.InvitationExpired e -> new InvitationExpired(e.invitationId(), e.account());
            case DelegationEvent.DelegationGranted e ->
                changed(e.delegationId(), e.account(), e.userId(), e.access(), e.version());
            case DelegationEvent.DelegationChanged e ->
                changed(e.delegationId(), e.account(), e.userId(), e.access(), e.version());
            case DelegationEvent.DelegationRevoked e ->
                new DelegationRevoked(e.delegationId(), e.account(), e.userId(), e.reason(), e.version());
            default -> null;
        };
    }

    private static DelegationChanged changed(
            String delegationId, String account, String userId, Access access, int version) {
        return new DelegationChanged(
                delegationId, account, userId, access.permissions(), access.services(), access.endsAt(), version);
    }
}

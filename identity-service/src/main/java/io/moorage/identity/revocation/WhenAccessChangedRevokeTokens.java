package io.moorage.identity.revocation;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.eventstore.Policy;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenRevoked;
import io.moorage.identity.delegation.DelegationEvent.DelegationChanged;
import io.moorage.identity.delegation.DelegationEvent.DelegationRevoked;
import io.moorage.identity.user.UserEvent.ConsentWithdrawn;
import io.moorage.identity.user.UserEvent.SessionEnded;
import io.moorage.messaging.RevocationAnnouncements;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/** Each version of a delegation that is over is told once it is; those before it were told when they were. */
@Policy
class WhenAccessChangedRevokeTokens {
    private final RevocationAnnouncements announcements;

    WhenAccessChangedRevokeTokens(RevocationAnnouncements announcements) {
        this.announcements = announcements;
    }

    @EventHandler
    void on(DelegationChanged event) {
        revoke(event.delegationId(), event.version() - 1, event.at());
    }

    @EventHandler
    void on(DelegationRevoked event) {
        revoke(event.delegationId(), event.version() - 1, event.at());
    }

    @EventHandler
    void on(ApiTokenRevoked event) {
        announcements.tell(new Revocation(Revocation.API_TOKEN, event.tokenId(), event.at()));
    }

    /** The gateway tells of those that it has a part in, and sooner; an application's log-ins end without it. */
    @EventHandler
    void on(SessionEnded event) {
        announcements.tell(new Revocation(Revocation.SESSION, event.sessionId(), event.at()));
    }

    @EventHandler
    void on(ConsentWithdrawn event) {
        announcements.tell(new Revocation(Revocation.CONSENT, event.consentId(), event.at()));
    }

    private void revoke(String delegationId, int version, Instant at) {
        announcements.tell(
                new Revocation(Revocation.DELEGATION, Revocation.delegationVersion(delegationId, version), at));
    }
}

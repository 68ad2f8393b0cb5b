package io.moorage.identity.invitation;

import io.moorage.identity.invitation.InvitationEvent.InvitationAccepted;
import io.moorage.identity.invitation.InvitationEvent.InvitationExpired;
import io.moorage.identity.invitation.InvitationEvent.InvitationSent;
import io.moorage.identity.invitation.InvitationEvent.InvitationWithdrawn;
import java.util.Locale;
import java.util.Map;

/** Where an invitation stands. An event that isn't in a state's row can't happen in it, or leaves it as it is. */
public enum InvitationState {
    PENDING,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED;

    private static final Map<InvitationState, Map<Class<? extends InvitationEvent>, InvitationState>> TABLE = Map.of(
            PENDING,
                    Map.of(
                            InvitationAccepted.class, ACCEPTED,
                            InvitationWithdrawn.class, WITHDRAWN,
                            InvitationExpired.class, EXPIRED),
            EXPIRED,
                    Map.of(
                            InvitationSent.class, PENDING,
                            InvitationWithdrawn.class, WITHDRAWN),
            ACCEPTED, Map.of(),
            WITHDRAWN, Map.of());

    InvitationState after(InvitationEvent event) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(event.getClass(), this);
    }

    /** Whether it can be sent again. */
    boolean isOpen() {
        return this == PENDING || this == EXPIRED;
    }

    /** As the API and the database spell it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

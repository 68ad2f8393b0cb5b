package io.moorage.identity.user;

import java.time.Instant;

/** Everything that can have happened to a user; stored, private to this service, and without personal data. */
public sealed interface UserEvent {
    String userId();

    record UserRegistered(String userId, Instant at) implements UserEvent {}

    /**
     * @param factor {@code phone}, {@code totp}, {@code passkey} or {@code recovery-codes}
     * @param change {@code added}, {@code changed}, {@code removed} or {@code used}
     */
    record SecondFactorChanged(String userId, String factor, String change, Instant at) implements UserEvent {}

    record PasswordChanged(String userId, Instant at) implements UserEvent {}

    record EmailChanged(String userId, Instant at) implements UserEvent {}

    /** @param consentId what the user had let an application do */
    record ConsentWithdrawn(String userId, String consentId, Instant at) implements UserEvent {}

    /** @param reason {@code log-out}, {@code ended-by-user} or {@code expired} */
    record SessionEnded(String userId, String sessionId, String reason, Instant at) implements UserEvent {}
}

package io.moorage.identity.user;

import java.time.Instant;

/** Everything that can have happened to a user; stored, private to this service, and without personal data. */
public sealed interface UserEvent {
    String userId();

    record UserRegistered(String userId, Instant at) implements UserEvent {}
}

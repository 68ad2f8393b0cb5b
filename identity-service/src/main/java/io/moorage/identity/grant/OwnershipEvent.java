package io.moorage.identity.grant;

import java.time.Instant;

/** Everything that can have happened to the ownership of an account; stored, and private to this service. */
public sealed interface OwnershipEvent {
    String account();

    /** @param kind of the account, as {@code customer} */
    record OwnershipGranted(String account, String userId, String kind, Instant at) implements OwnershipEvent {}
}

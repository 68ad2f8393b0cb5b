package io.moorage.account.account;

import java.time.Instant;
import java.util.List;

/** Everything that can have happened to an account; stored, private to this service, and without personal data. */
public sealed interface AccountEvent {
    String account();

    /** @param owner the user whose own account it is */
    record AccountOpened(String account, String owner, String kind, String currency, Instant at)
            implements AccountEvent {}

    /** @param fields the names of those that became different, as {@code phone} or {@code address.city} */
    record ProfileChanged(String account, List<String> fields, Instant at) implements AccountEvent {}

    /** The owner's e-mail address became another one; which, identity-service says. */
    record OwnersEmailChanged(String account, String owner, Instant at) implements AccountEvent {}
}

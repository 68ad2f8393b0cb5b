package io.moorage.account.account;

import io.moorage.eventstore.OncePerKey;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an account. */
public sealed interface AccountCommand {

    /**
     * Opens a user's own account: one, under whatever handles it is asked for.
     *
     * @param kind one of {@link io.moorage.contracts.account.AccountKind}
     */
    record OpenAccount(@TargetAggregateIdentifier String account, String owner, String kind, Instant at)
            implements AccountCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "open own account of " + owner;
        }
    }

    /**
     * Sent in the transaction that writes the new values, which are personal data and stay out of the log.
     *
     * @param fields the names of those that become different, as {@code phone} or {@code address.city}
     */
    record ChangeProfile(@TargetAggregateIdentifier String account, List<String> fields, Instant at)
            implements AccountCommand {}

    /** The owner's e-mail address became another one where they log in; personal data, so not told here. */
    record RecordOwnersEmailChange(
            @TargetAggregateIdentifier String account, Instant at) implements AccountCommand {}
}

package io.moorage.identity.grant;

import io.moorage.eventstore.OncePerKey;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the ownership of an account. */
public sealed interface OwnershipCommand {

    /** @param kind of the account, as {@code customer} */
    record GrantOwnership(@TargetAggregateIdentifier String account, String userId, String kind, Instant at)
            implements OwnershipCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "grant ownership of " + account;
        }
    }
}

package io.moorage.identity.user;

import io.moorage.eventstore.OncePerKey;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a user. */
public sealed interface UserCommand {

    /** Sent whenever somebody seems to be new; only the first time counts. */
    record RegisterUser(@TargetAggregateIdentifier String userId, Instant at) implements UserCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "register user " + userId;
        }
    }
}

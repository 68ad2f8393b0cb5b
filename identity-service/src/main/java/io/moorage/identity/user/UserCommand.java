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

    /**
     * @param changeId the same change has the same, however often it is told
     * @param factor as {@code phone}, {@code recovery-codes} or {@code password}
     * @param change as {@code added}
     */
    record RecordSecurityChange(
            @TargetAggregateIdentifier String userId, String changeId, String factor, String change, Instant at)
            implements UserCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "security change " + changeId;
        }
    }

    /** @param consentId what the user had agreed to; taken back once, however often it is asked for */
    record WithdrawConsent(@TargetAggregateIdentifier String userId, String consentId, Instant at)
            implements UserCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "withdraw consent " + consentId;
        }
    }

    /** @param reason as {@code log-out} */
    record RecordSessionEnd(@TargetAggregateIdentifier String userId, String sessionId, String reason, Instant at)
            implements UserCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "end of session " + sessionId;
        }
    }
}

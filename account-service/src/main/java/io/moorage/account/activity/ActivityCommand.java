package io.moorage.account.activity;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an account's action log as a whole. */
sealed interface ActivityCommand {

    /** Tell others where the log stands. */
    record CheckpointActivity(
            @TargetAggregateIdentifier String logId, String account, long entries, String hash, Instant at)
            implements ActivityCommand {

        CheckpointActivity(String account, long entries, String hash, Instant at) {
            this("activity-" + account, account, entries, hash, at);
        }
    }
}

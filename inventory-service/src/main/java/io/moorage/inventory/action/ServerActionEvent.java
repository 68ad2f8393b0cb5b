package io.moorage.inventory.action;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an action; stored, and private to this service. */
public sealed interface ServerActionEvent {
    String actionId();

    String account();

    String server();

    /** @param requestedBy the user, by id */
    record ServerActionRequested(
            String actionId,
            String account,
            String server,
            ActionType type,
            @Nullable String image,
            String requestedBy,
            Instant at)
            implements ServerActionEvent {}

    record ServerActionStarted(String actionId, String account, String server, ActionType type, Instant at)
            implements ServerActionEvent {}

    /** The driver reached a checkpoint, from which the work goes on whatever becomes of who did it so far. */
    record ServerActionAdvanced(
            String actionId,
            String account,
            String server,
            ActionType type,
            int step,
            String checkpoint,
            int progress,
            boolean cancellable,
            Instant at)
            implements ServerActionEvent {}

    /** It was asked in time not to go on; the driver finds out whether the machine agrees. */
    record ServerActionCancellationRequested(String actionId, String account, String server, Instant at)
            implements ServerActionEvent {}

    /** Its one end. */
    record ServerActionFinished(
            String actionId,
            String account,
            String server,
            ActionType type,
            @Nullable String image,
            Outcome outcome,
            @Nullable ActionFault fault,
            Instant at)
            implements ServerActionEvent {}

    /** After the end the machine contradicted it. The end stands; this is for whoever looks into it. */
    record ServerActionAnsweredLate(
            String actionId,
            String account,
            String server,
            ActionType type,
            @Nullable String image,
            Outcome outcome,
            Outcome answer,
            Instant at)
            implements ServerActionEvent {}
}

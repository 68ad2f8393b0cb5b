package io.moorage.inventory.action;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action, or told it. */
public sealed interface ServerActionCommand {

    /** @param requestedBy the user, by id */
    record RequestAction(
            @TargetAggregateIdentifier String actionId,
            String account,
            String server,
            ActionType type,
            @Nullable String image,
            String requestedBy,
            Instant at)
            implements ServerActionCommand {}

    record BeginAction(@TargetAggregateIdentifier String actionId, Instant at) implements ServerActionCommand {}

    /**
     * The driver has got further.
     *
     * @param step the number of the step; the one after the last stored, or somebody else has gone on meanwhile
     * @param toldOfCancellation whether the driver knew, when it took the step, that a cancellation was asked for
     */
    record RecordProgress(
            @TargetAggregateIdentifier String actionId,
            int step,
            String checkpoint,
            int progress,
            boolean cancellable,
            boolean toldOfCancellation,
            Instant at)
            implements ServerActionCommand {}

    /** The machine's answer, whenever it comes. */
    record RecordOutcome(
            @TargetAggregateIdentifier String actionId,
            Outcome outcome,
            @Nullable ActionFault fault,
            Instant at) implements ServerActionCommand {}

    record RequestCancellation(@TargetAggregateIdentifier String actionId, Instant at) implements ServerActionCommand {}

    /** @param fault what kept it from getting done */
    record TimeOutAction(@TargetAggregateIdentifier String actionId, ActionFault fault, Instant at)
            implements ServerActionCommand {}
}

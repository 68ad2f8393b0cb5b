package io.moorage.inventory.action.driver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a driver has got with an action. */
public sealed interface Step {

    /**
     * It goes on.
     *
     * @param checkpoint where to go on from, in the driver's own words; stored before the next step is taken
     * @param progress in percent
     * @param cancellable whether nothing has happened yet that a cancellation couldn't prevent
     * @param pause how long to wait before the next step
     */
    record Going(String checkpoint, int progress, boolean cancellable, Duration pause) implements Step {}

    /** @param fault why it failed */
    record Ended(Outcome outcome, @Nullable ActionFault fault) implements Step {}

    static Step succeeded() {
        return new Ended(Outcome.SUCCEEDED, null);
    }

    static Step cancelled() {
        return new Ended(Outcome.CANCELLED, null);
    }

    static Step failed(ActionFault fault) {
        return new Ended(Outcome.FAILED, fault);
    }
}

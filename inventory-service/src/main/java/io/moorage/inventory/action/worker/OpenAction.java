package io.moorage.inventory.action.worker;

import io.moorage.eventstore.Trace;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action that hasn't ended, as it was stored last.
 *
 * @param startedAt null as long as nobody has begun it
 * @param step how many steps are stored
 * @param trace of the request that asked for it
 */
record OpenAction(
        String id,
        String server,
        ActionType type,
        @Nullable String image,
        @Nullable Instant startedAt,
        int step,
        String checkpoint,
        int progress,
        boolean cancellable,
        boolean cancelling,
        Trace trace) {

    Work work(String address, boolean isCancelling) {
        return new Work(id, type, image, server, address, isCancelling);
    }
}

package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;
import org.jspecify.annotations.Nullable;

/** Work on a server has ended: {@code outcome} is {@code succeeded}, {@code failed}, {@code cancelled} or {@code timed-out}; {@code error} says why it didn't succeed. */
public record ServerActionFinished(
        String actionId,
        String server,
        String account,
        String type,
        String outcome,
        @Nullable ActionError error) implements PublicEvent {}

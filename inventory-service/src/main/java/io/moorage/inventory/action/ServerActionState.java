package io.moorage.inventory.action;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionStarted;
import io.moorage.inventory.action.driver.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an action stands. What isn't in a state's row can't follow it. */
public enum ServerActionState {
    REQUESTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    TIMED_OUT;

    private static final Map<ServerActionState, Set<ServerActionState>> TABLE = Map.of(
            REQUESTED, Set.of(RUNNING, CANCELLED),
            RUNNING, Set.of(SUCCEEDED, FAILED, CANCELLED, TIMED_OUT),
            SUCCEEDED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of(),
            TIMED_OUT, Set.of());

    ServerActionState after(ServerActionEvent event) {
        ServerActionState next = switch (event) {
            case ServerActionStarted started -> RUNNING;
            case ServerActionFinished finished -> of(finished.outcome());
            default -> this;
        };
        return followers().contains(next) ? next : this;
    }

    boolean isOver() {
        return followers().isEmpty();
    }

    /** Whether it makes sense to ask for the same again. */
    boolean isRetryable() {
        return isOver() && this != SUCCEEDED;
    }

    private Set<ServerActionState> followers() {
        return TABLE.getOrDefault(this, Set.of());
    }

    static ServerActionState of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case TIMED_OUT -> TIMED_OUT;
        };
    }

    static Optional<ServerActionState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /** As the API and the database spell it: {@code timed-out}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

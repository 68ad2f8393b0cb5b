package io.moorage.cli.command;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.terminal.Progress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Looks again and again until something is over. Ctrl-C ends the looking, not the thing: whoever presses it is told how to
 * look again. A gateway that is away for a while is waited for, too.
 */
public final class Waiting {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int FAILURES_BORNE = 30;

    private final Moor moor;
    private final Progress progress;

    public Waiting(Moor moor) {
        this.moor = moor;
        this.progress = new Progress(moor.terminal());
    }

    /** Shows how far it is. */
    public void show(String what, int percent) {
        progress.show(what, percent);
    }

    /** @param later the command that looks again */
    public JsonNode until(Predicate<JsonNode> over, Supplier<JsonNode> look, Consumer<JsonNode> seen, String later) {
        Thread farewell = new Thread(() -> {
            progress.end();
            moor.terminal().tell(moor.texts().of("waiting-stopped", later));
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            JsonNode now = patiently(look);
            while (!over.test(now)) {
                seen.accept(now);
                moor.environment().pause().of(BETWEEN);
                now = patiently(look);
            }
            seen.accept(now);
            return now;
        } finally {
            forget(farewell);
            progress.end();
        }
    }

    private JsonNode patiently(Supplier<JsonNode> look) {
        for (int failures = 0; ; failures++) {
            try {
                return look.get();
            } catch (CommandFailed failure) {
                if (failure.exitCode() != ExitCode.NOT_REACHABLE || failures == FAILURES_BORNE) throw failure;
                moor.environment().pause().of(BETWEEN);
            }
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // moor is being stopped: the farewell is said already.
        }
    }
}

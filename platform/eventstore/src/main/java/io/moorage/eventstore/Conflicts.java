package io.moorage.eventstore;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Tells failures that a second try of the whole transaction cures from those that it doesn't. */
public final class Conflicts {
    private static final Set<String> CURED_BY_A_RETRY = Set.of("40001", "40P01");
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> ARBITERS =
            Set.of("event_aggregate_n", "done_once_pkey", "request_key_pkey", "inbox_pkey");

    private static final int ATTEMPTS = 20;

    private Conflicts() {}

    /**
     * Runs a whole transaction, again and again while it meets others, with pauses that keep the two apart.
     *
     * @throws RuntimeException what the work threw for another reason, or the conflict that never ended
     */
    public static <R extends @Nullable Object> R retried(Supplier<R> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isConflict(e)) throw e;
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L << Math.min(attempt, 6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConflict(sql)) return true;
        }
        return false;
    }

    private static boolean isConflict(SQLException failure) {
        for (Throwable each : failure) {
            if (each instanceof PSQLException postgres && isConflict(postgres)) return true;
        }
        return false;
    }

    private static boolean isConflict(PSQLException failure) {
        String state = failure.getSQLState();
        return CURED_BY_A_RETRY.contains(state)
                || UNIQUE_VIOLATION.equals(state)
                        && constraint(failure) instanceof String name
                        && ARBITERS.contains(name);
    }

    private static @Nullable String constraint(PSQLException failure) {
        var message = failure.getServerErrorMessage();
        return message == null ? null : message.getConstraint();
    }
}

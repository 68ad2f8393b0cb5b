package io.moorage.eventstore;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that a second try of the whole transaction cures from those that it doesn't. */
public final class Conflicts {
    private static final Set<String> CURED_BY_A_RETRY = Set.of("40001", "40P01");
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> ARBITERS =
            Set.of("event_aggregate_n", "done_once_pkey", "request_key_pkey", "inbox_pkey");

    private static final Set<String> REFUSALS = Set.of("22", "23", "42", "P0");

    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

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
        return failure instanceof StaleAggregate || anyOfThePostgres(failure, Conflicts::isConflict);
    }

    /** Whether the database took in the statements and objected to what they say, as it would again. */
    static boolean isRefused(Throwable failure) {
        return anyOfThePostgres(failure, Conflicts::isRefused);
    }

    /** Whether the database could not be reached or could not work: nothing is wrong with what it was asked. */
    public static boolean isOutage(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException // not even a rollback came through
                || failure instanceof DataAccessResourceFailureException
                || anyOfTheDatabase(failure, each -> each.getSQLState() == null || isOutage(each.getSQLState()));
    }

    private static boolean isOutage(String state) {
        return OUTAGES.contains(state.substring(0, 2));
    }

    static boolean isOfTheDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof DataAccessException) return true;
        }
        return false;
    }

    private static boolean anyOfThePostgres(Throwable failure, Predicate<PSQLException> isSo) {
        return anyOfTheDatabase(failure, each -> each instanceof PSQLException postgres && isSo.test(postgres));
    }

    private static boolean anyOfTheDatabase(Throwable failure, Predicate<SQLException> isSo) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                for (Throwable each : sql) if (each instanceof SQLException one && isSo.test(one)) return true;
            }
        }
        return false;
    }

    /** Data (22), a constraint (23) or a statement (42, P0). */
    private static boolean isRefused(PSQLException failure) {
        String state = failure.getSQLState();
        return state != null && REFUSALS.contains(state.substring(0, 2));
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

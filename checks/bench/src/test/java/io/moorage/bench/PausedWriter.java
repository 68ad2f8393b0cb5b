package io.moorage.bench;

import io.moorage.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A writer that has appended and not yet committed, while others commit after it. The stock engine gives up a gap in
 * its numbers when the event behind it says that it is over a minute old: by a clock that is behind, or really.
 *
 * @param lagging whether the reader begins to read only when the pause is nearly over
 * @param behind how far the clock of the other writer is behind
 * @param pause how long the writer really pauses
 */
record PausedWriter(boolean lagging, Duration behind, Duration pause) {

    void play(Log log) throws Exception {
        log.append("before", Instant.now());
        if (!lagging) read(log);
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        CompletableFuture<Void> paused = CompletableFuture.runAsync(
                () -> log.append("paused", Instant.now(), () -> {
                    appended.countDown();
                    await(resume);
                }),
                Thread::startVirtualThread);
        await(appended);
        try (Connection elsewhere = writerInAnotherDatabase()) {
            log.append("after", Instant.now().minus(behind));
            if (!lagging) log.awaitReader();
            Thread.sleep(pause);
            if (lagging) read(log);
            elsewhere.rollback();
        } finally {
            resume.countDown();
        }
        paused.join();
        log.append("last", Instant.now());
        log.awaitReader();
    }

    private static void read(Log log) {
        log.startReader();
        log.awaitReader();
    }

    private static Connection writerInAnotherDatabase() throws SQLException {
        Connection connection = DriverManager.getConnection(TestPostgres.freshDatabase(), "postgres", "postgres");
        connection.setAutoCommit(false);
        connection.createStatement().execute("select pg_current_xact_id()");
        return connection;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

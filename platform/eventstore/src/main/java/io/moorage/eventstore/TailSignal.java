package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes readers when events were committed: those of this instance at once, those of others by PostgreSQL's
 * notifications. These are sent from a connection of their own, many commits in one: inside the writing transaction
 * they would make all commits queue for one lock.
 */
public final class TailSignal implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TailSignal.class);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;
    private boolean toTell;
    private volatile boolean running;

    TailSignal(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Events of this instance were committed. */
    void committed() {
        raise(true);
    }

    /** How often events were signalled so far; taken before reading, given to {@link #await} after. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when events were signalled since {@code seen}, or the time is over. */
    public void await(long seen, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (count == seen && nanos > 0) nanos = changed.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }

    private void raise(boolean tellOthers) {
        lock.lock();
        try {
            count++;
            toTell |= tellOthers;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("tail-tell").start(() -> keep(this::tellOthers));
        Thread.ofVirtual().name("tail-listen").start(() -> keep(this::listen));
    }

    private void tellOthers(Connection connection) throws SQLException, InterruptedException {
        try (var notify = connection.prepareStatement("select pg_notify('moorage_events', '')")) {
            while (running) {
                if (somethingToTell()) notify.execute();
            }
        }
    }

    private boolean somethingToTell() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!toTell && !changed.await(1, TimeUnit.SECONDS)) return false;
            boolean tell = toTell;
            toTell = false;
            return tell;
        } finally {
            lock.unlock();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen moorage_events");
        }
        raise(false); // what was told while nobody listened
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
            var notifications = postgres.getNotifications(1000);
            if (notifications != null && notifications.length > 0) raise(false);
        }
    }

    private void keep(OnConnection work) {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                work.on(connection);
            } catch (SQLException e) {
                if (running) LOG.warn("Readers of other instances are told late: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface OnConnection {
        void on(Connection connection) throws SQLException, InterruptedException;
    }
}

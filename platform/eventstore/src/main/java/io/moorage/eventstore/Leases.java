package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this instance alone may do among the replicas of its service: session-level advisory locks on one connection.
 * When the process or the connection dies, PostgreSQL frees them at once and another replica takes over by itself. Work
 * under a lease is fenced besides: positions are only moved on from where the holder left them.
 */
public final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final DataSource dataSource;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection connection;

    Leases(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this instance holds the lease now, taking it if it is free. Never waits for another instance. */
    public synchronized boolean hold(String name) {
        try {
            Connection alive = connection();
            return held.contains(name) || tryLock(alive, name);
        } catch (SQLException e) {
            LOG.warn("Leases are lost until the database answers: {}", e.getMessage());
            close();
            return false;
        }
    }

    private Connection connection() throws SQLException {
        if (connection != null && connection.isValid(2)) return connection;
        close();
        Connection opened = dataSource.getConnection();
        opened.setAutoCommit(true);
        connection = opened;
        return opened;
    }

    private boolean tryLock(Connection alive, String name) throws SQLException {
        try (var statement = alive.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (var answer = statement.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) return false;
                held.add(name);
                return true;
            }
        }
    }

    @Override
    public synchronized void close() {
        held.clear();
        if (connection == null) return;
        try (Connection closing = connection;
                var statement = closing.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debug("The connection of the leases was gone already: {}", e.getMessage());
        }
        connection = null;
    }
}

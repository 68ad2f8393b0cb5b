package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this instance alone may do among the replicas of its service: session-level advisory locks on one connection.
 * When the process or the connection dies, PostgreSQL frees them at once and another replica takes over by itself. Work
 * that is divided falls to the replicas in equal parts: each shows that it lives by a lock of its own. Work under a
 * lease is fenced besides: positions are only moved on from where the holder left them.
 */
public final class Leases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration FRESH = Duration.ofMillis(500);
    /** By a lock of the class of its work each replica shows that it lives and does that work: others may be of another version. */
    private static final String REPLICAS = """
            select classid::bigint, objid::bigint from pg_locks where locktype = 'advisory' and objsubid = 2
                and database = (select oid from pg_database where datname = current_database()) order by 1, 2
            """;

    private final DataSource dataSource;
    private final int self = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final Set<String> held = new HashSet<>();
    private final Set<String> works = new HashSet<>();
    private Map<Long, List<Long>> replicas = Map.of();
    private @Nullable Connection connection;
    private long checkedNanos;

    Leases(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this instance holds the lease now, taking it if it is free. Never waits for another instance. */
    public synchronized boolean hold(String name) {
        try {
            Connection alive = checked();
            return held.contains(name) || tryLock(alive, name);
        } catch (SQLException e) {
            LOG.warn("Leases are lost until the database answers: {}", e.getMessage());
            close();
            return false;
        }
    }

    /** Whether a part of divided work falls to this instance and nobody else is still at it; gives it up otherwise. */
    synchronized boolean holdPart(String work, int part) {
        String name = work + "/" + part;
        try {
            Connection alive = checked();
            if (works.add(work)) join(alive, work);
            List<Long> sharing = replicas.getOrDefault(Integer.toUnsignedLong(work.hashCode()), List.of((long) self));
            if (sharing.get(Math.floorMod(work.hashCode() + part, sharing.size())) == self)
                return held.contains(name) || tryLock(alive, name);
            unlock(alive, name);
            return false;
        } catch (SQLException e) {
            LOG.warn("Leases are lost until the database answers: {}", e.getMessage());
            close();
            return false;
        }
    }

    /** Leaves the work to whoever takes it next. */
    synchronized void release(String name) {
        try {
            unlock(checked(), name);
        } catch (SQLException e) {
            LOG.warn("Leases are lost until the database answers: {}", e.getMessage());
            close();
        }
    }

    private void unlock(Connection alive, String name) throws SQLException {
        if (held.remove(name)) ask(alive, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
    }

    /** A connection that was alive a moment ago, and who else was. */
    private Connection checked() throws SQLException {
        Connection known = connection;
        if (known != null && System.nanoTime() - checkedNanos < FRESH.toNanos()) return known;
        if (known == null || !known.isValid(2)) known = opened();
        replicas = replicas(known);
        checkedNanos = System.nanoTime();
        return known;
    }

    private Connection opened() throws SQLException {
        close();
        Connection opened = dataSource.getConnection();
        connection = opened;
        opened.setAutoCommit(true);
        for (String work : works) join(opened, work);
        return opened;
    }

    private void join(Connection alive, String work) throws SQLException {
        try (var statement = alive.prepareStatement("select pg_advisory_lock(?, ?)")) {
            statement.setInt(1, work.hashCode());
            statement.setInt(2, self);
            statement.execute();
        }
        replicas = replicas(alive);
    }

    private static Map<Long, List<Long>> replicas(Connection alive) throws SQLException {
        Map<Long, List<Long>> found = new HashMap<>();
        try (var statement = alive.createStatement();
                var rows = statement.executeQuery(REPLICAS)) {
            while (rows.next())
                found.computeIfAbsent(rows.getLong(1), work -> new ArrayList<>())
                        .add(rows.getLong(2));
        }
        return found;
    }

    private boolean tryLock(Connection alive, String name) throws SQLException {
        boolean taken = ask(alive, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
        if (taken) held.add(name);
        return taken;
    }

    private static boolean ask(Connection alive, String question, String name) throws SQLException {
        try (var statement = alive.prepareStatement(question)) {
            statement.setString(1, name);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
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

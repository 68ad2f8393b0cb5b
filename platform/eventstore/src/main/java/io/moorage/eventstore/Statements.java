package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction is to write, collected without a connection and then sent at once: few statements as one message,
 * which PostgreSQL takes for one transaction; many in batches. Handlers of rows write into it through the
 * {@code JdbcTemplate} that they have anyway ({@link PutOffConnection}). Only a handler that asks the database something
 * makes a transaction begin earlier.
 */
final class Statements implements AutoCloseable {
    /** As one message the texts are joined, and each combination is prepared by itself: a few dozens are good. */
    private static final int AT_ONCE = 8;

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    /** What is written first, whatever is added when: the events, whose number decides between two writers. */
    private static final String EVENTS = "events";

    private static final String KEYS = "keys";

    private final DataSource dataSource;
    private final boolean ownTransaction;
    private final Map<Object, List<Statement>> lanes = new LinkedHashMap<>();
    private @Nullable Connection open;

    private Statements(DataSource dataSource, @Nullable Connection open) {
        this.dataSource = dataSource;
        this.ownTransaction = open == null;
        this.open = open;
        lanes.put(EVENTS, new ArrayList<>());
        lanes.put(KEYS, new ArrayList<>());
    }

    static Statements ofTheirOwn(DataSource dataSource) {
        return new Statements(dataSource, null);
    }

    /** @param connection that of a transaction which somebody else ends */
    static Statements within(DataSource dataSource, Connection connection) {
        return new Statements(dataSource, connection);
    }

    void addEvent(String sql, Object... parameters) {
        add(EVENTS, new Statement(sql, parameters));
    }

    void addKey(String sql, Object... parameters) {
        add(KEYS, new Statement(sql, parameters));
    }

    /** Collects what the handler writes, apart from what others write. */
    void of(Object handler, Runnable work) {
        Object outer = TransactionSynchronizationManager.unbindResourceIfPossible(dataSource);
        Connection connection = PutOffConnection.to(this, handler);
        TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(connection));
        try {
            work.run();
        } finally {
            TransactionSynchronizationManager.unbindResource(dataSource);
            if (outer != null) TransactionSynchronizationManager.bindResource(dataSource, outer);
        }
    }

    /**
     * What a handler writes to one table stays in its order; between tables the order is ours, so that like statements
     * of many commands go together. After a statement that may look at other tables the handler's own order holds.
     */
    void addRow(Object handler, Statement statement) {
        String table = lanes.containsKey(handler) ? null : TableOf.only(statement.sql());
        add(table == null ? handler : new Lane(handler, table), statement);
    }

    private void add(Object lane, Statement statement) {
        lanes.computeIfAbsent(lane, key -> new ArrayList<>()).add(statement);
    }

    private record Lane(Object handler, String table) {}

    /** A connection that sees everything collected so far. */
    Connection opened() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = fresh();
            open = connection;
            connection.setAutoCommit(false);
        }
        send(connection);
        return connection;
    }

    /** Sends what was collected, and commits it if nobody else does. */
    void write() {
        try {
            if (open == null) writeAlone();
            else {
                send(open);
                if (ownTransaction) open.commit();
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private void writeAlone() throws SQLException {
        List<Statement> all = lanes.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) return;
        if (all.size() > AT_ONCE) {
            opened().commit();
            return;
        }
        try (Connection connection = fresh()) {
            sendAtOnce(connection, all);
        }
    }

    /** From the pool: the one bound to the thread may be our own. */
    private Connection fresh() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection to write with", e);
        }
    }

    private static void sendAtOnce(Connection connection, List<Statement> all) throws SQLException {
        String text = String.join(";\n", all.stream().map(Statement::sql).toList());
        try (PreparedStatement prepared = connection.prepareStatement(text)) {
            int offset = 0;
            for (Statement each : all) offset += each.bind(prepared, offset);
            prepared.execute();
        }
    }

    private void send(Connection connection) throws SQLException {
        for (List<Statement> lane : lanes.values()) {
            for (int first = 0; first < lane.size(); ) {
                int end = first + 1;
                while (end < lane.size()
                        && lane.get(end).sql().equals(lane.get(first).sql())) end++;
                sendBatch(connection, lane.subList(first, end));
                first = end;
            }
            lane.clear();
        }
    }

    private static void sendBatch(Connection connection, List<Statement> same) throws SQLException {
        String sql = same.getFirst().sql();
        if (same.size() > 1 && Inserts.rowOf(sql) != null) {
            Inserts.sendTogether(connection, same);
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            for (Statement each : same) {
                each.bind(prepared, 0);
                if (same.size() > 1) prepared.addBatch();
            }
            if (same.size() > 1) prepared.executeBatch();
            else prepared.execute();
        }
    }

    /** What has been collected so far. */
    Mark mark() {
        Map<Object, Integer> sizes = new HashMap<>();
        lanes.forEach((lane, statements) -> sizes.put(lane, statements.size()));
        return new Mark(sizes);
    }

    /** Forgets what was collected since; false if some of it may have been sent already. */
    boolean takeBackTo(Mark mark) {
        if (open != null && ownTransaction) return false;
        lanes.forEach((lane, statements) -> statements
                .subList(mark.sizes().getOrDefault(lane, 0), statements.size())
                .clear());
        return true;
    }

    @Override
    public void close() {
        Connection connection = open;
        if (!ownTransaction || connection == null) return;
        try (connection) {
            connection.rollback(); // nothing to undo after a commit
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(SQLException failure) {
        RuntimeException translated = TRANSLATOR.translate("writing", null, failure);
        return translated != null ? translated : new IllegalStateException(failure);
    }

    record Mark(Map<Object, Integer> sizes) {}
}

package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL that is killed forgets the numbers of transactions that left nothing on its disk, and gives them out again.
 * A reader that outlives it, and had come as far as the forgotten ones, must not be past the new ones.
 */
class TailAfterCrashIT {
    private static final int FORGOTTEN = 50;

    @Test
    void what_is_written_after_a_crash_is_not_skipped() throws SQLException, IOException {
        try (TestPostgresServer server = TestPostgresServer.startOwn()) {
            String database = server.create("crashing");
            var source = new DriverManagerDataSource(database, "postgres", "postgres");
            Flyway.configure().dataSource(source).load().migrate();
            var jdbc = new JdbcTemplate(source);
            Tail tail = new Tail(jdbc, new EventRows(jdbc, CounterApplication.storedEvents(), new EventJson()));
            long last = 0;
            try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres")) {
                append(connection, "before");
                connection.setAutoCommit(false);
                for (int i = 0; i < FORGOTTEN; i++) {
                    last = transaction(connection);
                    connection.rollback();
                }
            }
            Tail.Batch seen = tail.after(Position.START, 100);
            assertThat(seen.events()).extracting(StoredEvent::aggregateId).containsExactly("before");

            server.kill();
            server.restart();
            try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres")) {
                append(connection, "after");
            }

            assertThat(tail.last().xid()).as("a number given out again").isLessThanOrEqualTo(last);
            assertThat(tail.after(seen.reached(), 100).events())
                    .extracting(StoredEvent::aggregateId)
                    .containsExactly("after");
        }
    }

    private static long transaction(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select pg_current_xact_id()::text")) {
            rows.next();
            return Long.parseLong(rows.getString(1));
        }
    }

    private static void append(Connection connection, String id) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                values ('counter', ?, 0, 'Counted', '1', gen_random_uuid()::text, now(), '{"id":"c","value":1}', '{}', '')
                """)) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }
}

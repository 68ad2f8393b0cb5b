package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TailIT {
    private String database;
    private Tail tail;

    @BeforeEach
    void an_empty_log() {
        database = TestPostgres.freshDatabase();
        var source = new DriverManagerDataSource(database, "postgres", "postgres");
        Flyway.configure().dataSource(source).load().migrate();
        var jdbc = new JdbcTemplate(source);
        tail = new Tail(jdbc, new EventRows(jdbc, CounterApplication.storedEvents(), new EventJson()));
    }

    @Test
    void an_event_committed_after_later_ones_were_is_not_skipped() throws SQLException {
        try (Connection slow = connect();
                Connection quick = connect()) {
            append(slow, "slow", 0);
            append(quick, "quick", 0);
            quick.commit();
            Tail.Batch early = tail.after(Position.START, 100);
            assertThat(ids(early))
                    .as("what is newer than a transaction still open waits")
                    .isEmpty();
            assertThat(early.more()).isTrue();

            slow.commit();

            assertThat(ids(tail.after(early.reached(), 100))).containsExactlyInAnyOrder("slow", "quick");
        }
    }

    /** Sequence 1 belongs to the younger transaction: a reader going by sequence alone would pass it and never see 2. */
    @Test
    void a_lower_sequence_in_a_younger_transaction_is_not_skipped() throws SQLException {
        try (Connection older = connect();
                Connection younger = connect()) {
            older.createStatement().execute("select pg_current_xact_id()");
            append(younger, "younger", 0);
            append(older, "older", 0);
            older.commit();
            Tail.Batch first = tail.after(Position.START, 100);
            assertThat(ids(first)).containsExactly("older");

            younger.commit();

            assertThat(ids(tail.after(first.reached(), 100))).containsExactly("younger");
        }
    }

    @Test
    void a_transaction_open_in_another_database_delays_and_loses_nothing() throws SQLException {
        try (Connection elsewhere = DriverManager.getConnection(TestPostgres.freshDatabase(), "postgres", "postgres");
                Connection here = connect()) {
            elsewhere.setAutoCommit(false);
            elsewhere.createStatement().execute("select pg_current_xact_id()");
            append(here, "here", 0);
            here.commit();
            Tail.Batch held = tail.after(Position.START, 100);
            assertThat(ids(held)).isEmpty();
            assertThat(held.more()).isTrue();

            elsewhere.rollback();

            assertThat(ids(tail.after(held.reached(), 100))).containsExactly("here");
        }
    }

    @Test
    void a_batch_ends_where_the_next_begins() throws SQLException {
        try (Connection writer = connect()) {
            for (int n = 0; n < 10; n++) append(writer, "c", n);
            writer.commit();
        }
        Tail.Batch first = tail.after(Position.START, 4);
        Tail.Batch second = tail.after(first.reached(), 4);
        Tail.Batch third = tail.after(second.reached(), 4);
        assertThat(List.of(first, second, third))
                .flatExtracting(Tail.Batch::events)
                .extracting(StoredEvent::n)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(tail.after(third.reached(), 4).events()).isEmpty();
    }

    @Test
    void stored_events_can_be_neither_changed_nor_removed() throws SQLException {
        try (Connection writer = connect()) {
            append(writer, "c", 0);
            writer.commit();
            for (String attempt : List.of("update event set payload = '{}'", "delete from event", "truncate event")) {
                assertThat(catchThrowable(() -> writer.createStatement().execute(attempt)))
                        .hasMessageContaining("events are never changed or removed");
                writer.rollback();
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void append(Connection connection, String id, int n) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                values ('counter', ?, ?, 'Counted', '1', gen_random_uuid()::text, now(), '{"id":"c","value":1}', '{}', '')
                """)) {
            insert.setString(1, id);
            insert.setInt(2, n);
            insert.executeUpdate();
        }
    }

    private static List<String> ids(Tail.Batch batch) {
        return batch.events().stream().map(StoredEvent::aggregateId).toList();
    }
}

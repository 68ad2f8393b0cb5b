package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Readers go by the writing transaction, so an aggregate's events must never be written by transactions in another order
 * than their numbers. {@code -Dmoorage.proofs=long} lets 64 writers write 50 times as much.
 */
@SuppressWarnings("NullAway.Init")
class ReorderIT {
    private static final int WRITERS = 64;
    private static final int EACH = "long".equals(System.getProperty("moorage.proofs")) ? 1_000 : 20;
    /** Events of one aggregate whose positions don't rise with their numbers. */
    private static final String OUT_OF_ORDER = """
            select count(*) from (select xid, seq, lag(xid) over w as xid_before, lag(seq) over w as seq_before from event
                window w as (partition by aggregate_id order by n)) e
            where (xid, seq) <= (xid_before, seq_before)
            """;

    private String database;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private JdbcTemplate sql;

    @BeforeEach
    void two_replicas() {
        database = TestPostgres.freshDatabase();
        one = CounterApplication.start(database);
        other = CounterApplication.start(database);
        sql = one.getBean(JdbcTemplate.class);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    /** What happens without our rules: the later event gets the earlier transaction, and sorts first. */
    @Test
    void a_writer_in_read_committed_that_wrote_early_reorders() throws SQLException {
        try (Connection early = DriverManager.getConnection(database, "postgres", "postgres")) {
            early.setAutoCommit(false);
            early.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            early.createStatement().execute("insert into early default values");
            one.getBean(Commands.class).send(new Count("reordered"));
            early.createStatement().execute("""
                    insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                    select 'counter', aggregate_id, n + 1, type, revision, 'late', at, payload, metadata, '' from event where aggregate_id = 'reordered'
                    """);
            early.commit();
        }
        assertThat(number(OUT_OF_ORDER)).isEqualTo(1);
    }

    @Test
    void a_writer_that_wrote_early_is_carried_out_again_as_a_whole() {
        AtomicInteger tries = new AtomicInteger();
        one.getBean(Transactions.class).together(() -> {
            sql.update("insert into early default values");
            if (tries.incrementAndGet() == 1) other.getBean(Transactions.class).together(this::countElsewhere);
            one.getBean(Commands.class).send(new Count("in-order"));
        });
        assertThat(tries).hasValue(2);
        assertThat(number("select count(*) from early")).isEqualTo(1);
        assertThat(number("select count(*) from event where aggregate_id = 'in-order'"))
                .isEqualTo(2);
        assertThat(number(OUT_OF_ORDER)).isZero();
    }

    @Test
    void each_reader_sees_every_event_of_64_writers_once_and_in_order() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> writers.submit(() -> write(writer)))
                    .toList();
            for (Future<?> each : running) each.get();
        }
        int all = WRITERS * EACH;
        assertThat(number("select count(*) from event")).isEqualTo(all);
        assertThat(number("select sum(value) from counter_value"))
                .as("no update is lost")
                .isEqualTo(all);
        assertThat(number(OUT_OF_ORDER)).isZero();
        await().atMost(Duration.ofMinutes(2)).until(() -> number("select count(*) from seen") >= all);
        for (String counter : List.of("left", "right"))
            assertThat(sql.query(
                            "select value from seen where id = ? order by place",
                            (row, index) -> row.getInt(1),
                            counter))
                    .isEqualTo(IntStream.rangeClosed(
                                    1, number("select value from counter_value where id = '" + counter + "'"))
                            .boxed()
                            .toList());
    }

    /** Every other time inside a transaction that has written something before. */
    private void write(int writer) {
        ConfigurableApplicationContext replica = writer % 2 == 0 ? one : other;
        Commands commands = replica.getBean(Commands.class);
        JdbcTemplate rows = replica.getBean(JdbcTemplate.class);
        for (int i = 0; i < EACH; i++) {
            Count count = new Count((writer + i) % 3 == 0 ? "left" : "right");
            if (writer % 8 == 0)
                untilDone(replica, () -> {
                    rows.update("insert into early default values");
                    commands.send(count);
                });
            else commands.send(count);
        }
    }

    /** Among 64 writers of one aggregate a long transaction may lose more often than it is tried again by itself. */
    private static void untilDone(ConfigurableApplicationContext replica, Runnable work) {
        while (true) {
            try {
                replica.getBean(Transactions.class).together(work);
                return;
            } catch (RuntimeException e) {
                if (!Conflicts.isConflict(e)) throw e;
            }
        }
    }

    private void countElsewhere() {
        other.getBean(Commands.class).send(new Count("in-order"));
    }

    private int number(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? -1 : found;
    }
}

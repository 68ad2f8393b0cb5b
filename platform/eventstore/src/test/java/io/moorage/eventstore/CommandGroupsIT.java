package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.Counter.CountBy;
import io.moorage.eventstore.counter.Counter.CountOnce;
import io.moorage.eventstore.counter.Counter.CountThenThinkBetter;
import io.moorage.eventstore.counter.Counter.CountUpTo;
import io.moorage.eventstore.counter.Counter.CountUpToOnce;
import io.moorage.eventstore.counter.Counter.LimitReached;
import io.moorage.eventstore.counter.Counter.Start;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many commands at one aggregate, some of them wrong, from one replica and from two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CommandGroupsIT {
    private String database;
    private ConfigurableApplicationContext replica;
    private ConfigurableApplicationContext other;
    private Commands commands;
    private JdbcTemplate sql;

    @BeforeAll
    void two_replicas() {
        database = TestPostgres.freshDatabase();
        replica = CounterApplication.start(database);
        other = CounterApplication.start(database);
        commands = replica.getBean(Commands.class);
        sql = replica.getBean(JdbcTemplate.class);
    }

    @AfterAll
    void close() {
        replica.close();
        other.close();
    }

    @Test
    void commands_that_wait_for_one_aggregate_share_transactions() throws Exception {
        assertThat(failures(200, i -> new Count("shared"))).isEmpty();
        assertThat(count("select count(*) from event where aggregate_id = 'shared'"))
                .isEqualTo(200);
        assertThat(count("select count(distinct xid) from event where aggregate_id = 'shared'"))
                .isLessThan(100);
    }

    @Test
    void a_refused_command_leaves_no_trace_in_its_group() throws Exception {
        List<Throwable> failures =
                failures(150, i -> i % 3 == 0 ? new CountThenThinkBetter("refused") : new Count("refused"));
        assertThat(failures).hasSize(50).allMatch(LimitReached.class::isInstance);
        assertThat(value("refused")).isEqualTo(100);
        assertThat(sql.queryForList(
                        "select (payload ->> 'value')::int from event where aggregate_id = 'refused' order by n",
                        Integer.class))
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void a_row_that_the_database_refuses_fails_its_own_command_only() throws Exception {
        List<Throwable> failures =
                failures(60, i -> i % 20 == 7 ? new CountBy("negative", -100_000) : new Count("negative"));
        assertThat(failures).hasSize(3).allMatch(DataIntegrityViolationException.class::isInstance);
        assertThat(value("negative")).isEqualTo(57);
        assertThat(count("select count(*) from event where aggregate_id = 'negative'"))
                .isEqualTo(57);
    }

    @Test
    void what_is_stored_and_what_is_read_agree_after_a_command_that_fails_in_the_database() {
        commands.send(new Count("all-or-nothing"));
        assertThatThrownBy(() -> commands.send(new CountBy("all-or-nothing", -5)))
                .isInstanceOf(DataIntegrityViolationException.class);
        commands.send(new Count("all-or-nothing"));
        assertThat(value("all-or-nothing")).isEqualTo(2);
        assertThat(count("select count(*) from event where aggregate_id = 'all-or-nothing'"))
                .isEqualTo(2);
    }

    @Test
    void the_same_key_from_many_at_once_takes_effect_once() throws Exception {
        assertThat(failures(64, i -> new CountOnce("same-key", "same"))).isEmpty();
        assertThat(value("same-key")).isEqualTo(1);
    }

    @Test
    void different_keys_in_one_group_all_take_effect_among_repeated_ones() throws Exception {
        commands.send(new CountOnce("keys", "key 3"));
        assertThat(failures(100, i -> new CountOnce("keys", "key " + i % 10))).isEmpty();
        assertThat(value("keys")).isEqualTo(10);
    }

    @Test
    void a_command_done_before_is_not_refused_for_the_state_that_it_brought_about() {
        commands.send(new CountUpToOnce("done", 1, "up to one"));
        commands.send(new CountUpToOnce("done", 1, "up to one"));
        other.getBean(Commands.class).send(new CountUpToOnce("done", 1, "up to one"));
        assertThat(value("done")).isEqualTo(1);
        assertThatThrownBy(() -> commands.send(new CountUpToOnce("done", 1, "another key")))
                .isInstanceOf(LimitReached.class);
    }

    @Test
    void no_command_is_refused_for_what_another_replica_has_changed_meanwhile() {
        Commands elsewhere = other.getBean(Commands.class);
        commands.send(new CountBy("stale", 5));
        elsewhere.send(new CountBy("stale", -5));
        commands.send(new CountUpTo("stale", 5));
        assertThat(value("stale")).isEqualTo(1);
    }

    @Test
    void no_command_is_allowed_for_what_another_replica_has_changed_meanwhile() {
        Commands elsewhere = other.getBean(Commands.class);
        commands.send(new Count("stale-too"));
        elsewhere.send(new Count("stale-too"));
        assertThatThrownBy(() -> commands.send(new CountUpTo("stale-too", 2))).isInstanceOf(LimitReached.class);
        assertThat(value("stale-too")).isEqualTo(2);
    }

    @Test
    void an_aggregate_is_created_once() {
        commands.send(new Start("started"));
        assertThatThrownBy(() -> commands.send(new Start("started"))).hasMessageContaining("exists already");
        assertThatThrownBy(() -> other.getBean(Commands.class).send(new Start("started")))
                .hasMessageContaining("exists already");
        assertThat(count("select count(*) from event where aggregate_id = 'started'"))
                .isEqualTo(1);
    }

    @Test
    void a_handler_of_rows_that_asks_sees_what_was_written_before_it() throws Exception {
        assertThat(failures(80, i -> new CountBy("peak", i % 2 == 0 ? 3 : -1))).isNotNull();
        assertThat(count("select value from counter_peak where id = 'peak'"))
                .isEqualTo(count("select max((payload ->> 'value')::int) from event where aggregate_id = 'peak'"));
        assertThat(value("peak"))
                .isEqualTo(
                        count(
                                "select (payload ->> 'value')::int from event where aggregate_id = 'peak' order by n desc limit 1"));
    }

    @Test
    void beyond_a_bound_commands_are_turned_away_and_those_waiting_are_carried_out() throws Exception {
        commands.send(new Count("busy"));
        try (Connection blocker = DriverManager.getConnection(database, "postgres", "postgres");
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            blocker.setAutoCommit(false);
            takeNumber(blocker, "busy", 1);
            List<? extends Future<?>> sent = IntStream.range(0, 300)
                    .mapToObj(i -> senders.submit(() -> commands.send(new Count("busy"))))
                    .toList();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> sent.stream().filter(Future::isDone).count() >= 40);
            assertThat(sent.stream().filter(Future::isDone).map(CommandGroupsIT::failure))
                    .allMatch(AggregateBusy.class::isInstance);
            blocker.rollback();
            long done = sent.stream()
                    .map(CommandGroupsIT::failure)
                    .filter(failure -> failure == null)
                    .count();
            assertThat(done).isGreaterThanOrEqualTo(256);
            assertThat(value("busy")).isEqualTo(1 + (int) done);
        }
    }

    @Test
    void each_events_hash_covers_it_and_the_one_before_as_the_database_computes_it() throws Exception {
        failures(120, i -> i % 7 == 0 ? new CountThenThinkBetter("hashed") : new Count("hashed"));
        assertThat(count("""
                        select count(*) from (select *, lag(hash) over (partition by aggregate_id order by n) as previous from event) e
                        where hash is distinct from event_hash(previous, aggregate_id, n, type, revision, id, at, payload, metadata)
                        """)).isZero();
    }

    /** As another writer would, without committing. */
    private static void takeNumber(Connection connection, String aggregateId, int n) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                values ('counter', ?, ?, 'Counted', '2', gen_random_uuid()::text, now(), '{}', '{}', '')
                """)) {
            insert.setString(1, aggregateId);
            insert.setInt(2, n);
            insert.executeUpdate();
        }
    }

    private List<Throwable> failures(int times, IntFunction<Object> command) throws InterruptedException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> sent = IntStream.range(0, times)
                    .mapToObj(i -> senders.submit(() -> commands.send(command.apply(i))))
                    .toList();
            senders.shutdown();
            return sent.stream()
                    .map(CommandGroupsIT::failure)
                    .filter(Throwable.class::isInstance)
                    .toList();
        }
    }

    private static @Nullable Throwable failure(Future<?> sent) {
        try {
            sent.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int value(String id) {
        return count("select value from counter_value where id = '" + id + "'");
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? -1 : found;
    }
}

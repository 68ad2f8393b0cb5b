package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.Counter.CountOnce;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two replicas of one service on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReplicasIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private JdbcTemplate sql;

    @BeforeAll
    void two_replicas() {
        String database = TestPostgres.freshDatabase();
        one = CounterApplication.start(database);
        other = CounterApplication.start(database);
        sql = one.getBean(JdbcTemplate.class);
    }

    @AfterAll
    void close() {
        one.close();
        other.close();
    }

    @Test
    void commands_that_meet_on_one_aggregate_are_all_carried_out() throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 300)
                    .forEach(i -> senders.submit(() -> commands(i).send(new Count("met"))));
        }
        assertThat(value("met")).isEqualTo(300);
        assertThat(count("select count(*) from event where aggregate_id = 'met'"))
                .isEqualTo(300);
    }

    @Test
    void a_command_with_a_key_takes_effect_once_whoever_sends_it() throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100)
                    .forEach(i -> senders.submit(() -> commands(i).send(new CountOnce("once", "the key"))));
        }
        assertThat(value("once")).isEqualTo(1);
    }

    @Test
    void each_events_hash_covers_it_and_the_one_before() {
        IntStream.range(0, 5).forEach(i -> commands(i).send(new Count("chain")));
        assertThat(count("""
                        select count(*) from (select *, lag(hash) over (partition by aggregate_id order by n) as previous from event) e
                        where aggregate_id = 'chain' and hash = event_hash(previous, aggregate_id, n, type, revision, id, at, payload, metadata)
                        """)).isEqualTo(5);
    }

    @Test
    void every_event_reaches_rows_fed_from_the_tail_exactly_once() throws InterruptedException {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(i -> senders.submit(() -> commands(i).send(new Count("total-" + i % 20))));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("select total from counter_total"))
                        .isEqualTo(count("select count(*) from event")));
    }

    @Test
    void an_event_that_cannot_be_handled_holds_back_its_own_aggregate_only() {
        CounterApplication.Witness.REFUSED.add("poison");
        IntStream.range(0, 3).forEach(i -> commands(i).send(new Count("poison")));
        commands(0).send(new Count("healthy"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(witnessed("healthy")).containsExactly(1);
            assertThat(count("select count(*) from dead_letter where aggregate_id = 'poison'"))
                    .isEqualTo(3);
        });
        assertThat(witnessed("poison")).isEmpty();

        CounterApplication.Witness.REFUSED.clear();

        await().atMost(SOON).untilAsserted(() -> assertThat(witnessed("poison")).containsExactly(1, 2, 3));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(count("select count(*) from dead_letter")).isZero());
    }

    @Test
    void a_replica_takes_over_what_a_closed_one_was_reading() {
        String database = TestPostgres.freshDatabase();
        ConfigurableApplicationContext first = CounterApplication.start(database);
        Commands commandsOfFirst = first.getBean(Commands.class);
        commandsOfFirst.send(new Count("before"));
        try (ConfigurableApplicationContext second = CounterApplication.start(database)) {
            first.close();
            second.getBean(Commands.class).send(new Count("after"));
            JdbcTemplate there = second.getBean(JdbcTemplate.class);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(there.queryForList("select id from witnessed", String.class))
                            .contains("before", "after"));
        }
    }

    private Commands commands(int sender) {
        return (sender % 2 == 0 ? one : other).getBean(Commands.class);
    }

    private int value(String id) {
        return count("select value from counter_value where id = '" + id + "'");
    }

    private int count(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? 0 : found;
    }

    private List<Integer> witnessed(String id) {
        return sql.query("select value from witnessed where id = ? order by place", (row, index) -> row.getInt(1), id);
    }
}

package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Read models replayed into fresh tables while commands go on. */
@SuppressWarnings("NullAway.Init")
class RebuildIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Every counter's value by its events, and by the table; equal rows cancel out. */
    private static final String WRONG_VALUES = """
            select count(*) from (
                select distinct on (aggregate_id) aggregate_id as id, (payload ->> 'value')::int as value from event order by aggregate_id, n desc) log
            full join counter_value rows on rows.id = log.id where rows.value is distinct from log.value
            """;

    private static final String SHAPE = """
            select indexdef from pg_indexes where schemaname = 'public' and tablename in ('counter_value', 'counter_total')
            union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where conrelid in ('public.counter_value'::regclass, 'public.counter_total'::regclass) order by 1
            """;

    private ConfigurableApplicationContext service;
    private Commands commands;
    private ReadModels readModels;
    private JdbcTemplate sql;

    @BeforeEach
    void a_service_with_a_past() {
        service = CounterApplication.start(TestPostgres.freshDatabase());
        commands = service.getBean(Commands.class);
        readModels = service.getBean(ReadModels.class);
        sql = service.getBean(JdbcTemplate.class);
        IntStream.range(0, 2_000).forEach(i -> commands.send(new Count("c-" + i % 50)));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void rows_of_commands_are_rebuilt_while_commands_go_on() throws Exception {
        List<?> shape = sql.queryForList(SHAPE, String.class);
        sql.update("update counter_value set value = value + 1000");
        whileCommandsGoOn(() -> rebuild("Values"));
        assertThat(number(WRONG_VALUES)).isZero();
        assertThat(sql.queryForList(SHAPE, String.class)).isEqualTo(shape);
        assertThat(number("select count(*) from pg_namespace where nspname like 'rebuild%'"))
                .isZero();
    }

    @Test
    void rows_of_a_reader_are_rebuilt_while_it_reads_on() throws Exception {
        await().atMost(SOON).untilAsserted(() -> assertTotalIsRight());
        sql.update("update counter_total set total = 0");
        whileCommandsGoOn(() -> rebuild("Total"));
        await().atMost(SOON).untilAsserted(() -> assertTotalIsRight());
    }

    @Test
    void a_log_that_cannot_be_replayed_leaves_the_tables_as_they_are() {
        sql.update("""
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                values ('counter', 'bad', 0, 'Counted', '2', 'e', now(), '{"id":"bad","value":-1,"by":-1}', '{}', '')
                """);
        List<?> before = sql.queryForList("select * from counter_value order by id");

        readModels.rebuild("Values");

        await().atMost(SOON).until(() -> state("Values").state().equals("failed"));
        assertThat(state("Values").error()).contains("counter_value_value_check");
        assertThat(sql.queryForList("select * from counter_value order by id")).isEqualTo(before);
        commands.send(new Count("c-1"));
    }

    @Test
    void one_rebuild_of_a_read_model_runs_at_a_time() {
        readModels.rebuild("Values");
        assertThatThrownBy(() -> readModels.rebuild("Values")).isInstanceOf(RebuildRefused.class);
        await().atMost(SOON).until(() -> state("Values").state().equals("rebuilt"));
        assertThat(state("Values").events()).isEqualTo(2_000);
        assertThat(state("Values").percent()).isEqualTo(100);
        assertThatThrownBy(() -> readModels.rebuild("Nobody")).isInstanceOf(RebuildRefused.class);
    }

    private void rebuild(String name) {
        readModels.rebuild(name);
        await().atMost(SOON).until(() -> !state(name).state().equals("rebuilding"));
        assertThat(state(name).error()).isNull();
    }

    private ReadModels.State state(String name) {
        return readModels.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void assertTotalIsRight() {
        assertThat(number("select total from counter_total")).isEqualTo(number("select count(*) from event"));
    }

    /** Commands before, during and after; none may fail. */
    private void whileCommandsGoOn(Runnable work) throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> clients = IntStream.range(0, 3)
                    .mapToObj(client -> senders.submit(() -> {
                        while (goOn.get()) commands.send(new Count("c-" + sent.incrementAndGet() % 60));
                    }))
                    .toList();
            try {
                await().atMost(SOON).until(() -> sent.get() > 100);
                work.run();
                int after = sent.get();
                await().atMost(SOON).until(() -> sent.get() > after + 100);
            } finally {
                goOn.set(false);
            }
            for (Future<?> client : clients) client.get();
        }
    }

    private int number(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? -1 : found;
    }
}

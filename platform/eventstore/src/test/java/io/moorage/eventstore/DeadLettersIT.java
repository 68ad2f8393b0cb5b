package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators see of events that a reader could not handle, and do about them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DeadLettersIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private ConfigurableApplicationContext service;
    private JdbcTemplate sql;
    private PutAside letters;

    @BeforeAll
    void a_service() {
        service = CounterApplication.start(TestPostgres.freshDatabase());
        sql = service.getBean(JdbcTemplate.class);
        letters = service.getBean(PutAside.class);
    }

    @AfterEach
    void nothing_is_left_over() {
        CounterApplication.Witness.REFUSED.clear();
        change("delete from dead_letter");
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void the_list_tells_where_and_why_and_what_waits_for_what_but_no_content() {
        String counter = parked(2);
        List<PutAside.Item> items = of(counter);
        assertThat(items)
                .extracting(PutAside.Item::where, PutAside.Item::type, PutAside.Item::error, PutAside.Item::waits)
                .containsExactly(
                        tuple("Witness", "Counted", "java.lang.IllegalStateException", false),
                        tuple("Witness", "Counted", "an earlier event of the aggregate is parked", true));
        assertThat(items)
                .extracting(PutAside.Item::eventId)
                .isEqualTo(sql.queryForList(
                        "select id from event where aggregate_id = ? order by n", String.class, counter));
        assertThat(letters.counts()).containsEntry("Witness", 2L);
    }

    @Test
    void the_list_goes_on_after_an_item_that_is_gone_by_then() {
        String counter = parked(3);
        PutAside.Item first = letters.list(null, 1).getFirst();
        letters.drop(first.id());
        assertThat(letters.list(first.id(), 10))
                .extracting(PutAside.Item::aggregate)
                .containsExactly(counter, counter);
    }

    @Test
    void an_item_retried_by_an_operator_does_not_wait_for_its_time() {
        String counter = parked(2);
        change("update dead_letter set next_try_at = now() + interval '1 hour'");
        CounterApplication.Witness.REFUSED.clear();

        letters.retry(of(counter).getFirst().id());

        await().atMost(SOON).untilAsserted(() -> assertThat(witnessed(counter)).containsExactly(1));
    }

    @Test
    void an_item_that_waits_for_another_cannot_be_retried_before_it() {
        String id = of(parked(2)).getLast().id();
        assertThat(catchThrowableOfType(NotParked.class, () -> letters.retry(id))
                        .code())
                .isEqualTo("parked-behind-another");
    }

    @Test
    void the_first_item_dropped_lets_the_aggregates_later_ones_go_on_in_order() {
        String counter = parked(3);
        letters.drop(of(counter).getFirst().id());
        change("update dead_letter set next_try_at = now()");
        CounterApplication.Witness.REFUSED.clear();
        await().atMost(SOON).untilAsserted(() -> assertThat(witnessed(counter)).containsExactly(2, 3));
    }

    @Test
    void a_later_item_may_be_dropped_and_is_told_to_have_waited() {
        String counter = parked(3);
        assertThat(letters.drop(of(counter).get(1).id()).waits()).isTrue();
        CounterApplication.Witness.REFUSED.clear();
        change("update dead_letter set next_try_at = now()");
        await().atMost(SOON).untilAsserted(() -> assertThat(witnessed(counter)).containsExactly(1, 3));
    }

    @Test
    void what_waited_for_an_item_follows_it_without_a_pause_each() {
        int many = 3 * (int) SOON.toSeconds();
        String counter = parked(many);
        CounterApplication.Witness.REFUSED.clear();
        change("update dead_letter set next_try_at = now()");
        await().atMost(SOON).untilAsserted(() -> assertThat(witnessed(counter)).hasSize(many));
        assertThat(witnessed(counter)).isSorted();
    }

    @Test
    void what_is_gone_can_be_neither_retried_nor_dropped() {
        String id = of(parked(1)).getFirst().id();
        letters.drop(id);
        for (String gone : List.of(id, "event:Witness:1", "event:Witness:x:1", "other"))
            for (Runnable attempt : List.<Runnable>of(() -> letters.retry(gone), () -> letters.drop(gone)))
                assertThat(catchThrowableOfType(NotParked.class, attempt::run).code())
                        .isEqualTo("parked-not-found");
    }

    /** A reader may be trying the same rows at this moment. */
    private void change(String statement) {
        Conflicts.retried(() -> sql.update(statement));
    }

    /** A counter of which so many events are parked. */
    private String parked(int events) {
        String counter = UUID.randomUUID().toString();
        CounterApplication.Witness.REFUSED.add(counter);
        IntStream.range(0, events).forEach(i -> service.getBean(Commands.class).send(new Count(counter)));
        await().atMost(SOON).untilAsserted(() -> assertThat(of(counter)).hasSize(events));
        return counter;
    }

    private List<PutAside.Item> of(String counter) {
        return letters.list(null, 100).stream()
                .filter(item -> item.aggregate().equals(counter))
                .toList();
    }

    private List<Integer> witnessed(String id) {
        return sql.query("select value from witnessed where id = ? order by place", (row, index) -> row.getInt(1), id);
    }
}

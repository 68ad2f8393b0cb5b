package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SnapshotsIT {
    private String database;
    private JdbcTemplate sql;

    @BeforeEach
    void a_counter_with_a_long_history() {
        database = TestPostgres.freshDatabase();
        sql = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres"));
        count(230);
    }

    @Test
    void a_long_history_goes_on_from_its_snapshot() {
        assertThat(number("select n from snapshot where aggregate_id = 'long'")).isBetween(99, 229);
        sql.update("update snapshot set state = jsonb_set(state::jsonb, '{value}', '9000')::json");
        int after = 229 - number("select n from snapshot where aggregate_id = 'long'");
        sql.execute("alter table event disable trigger event_is_append_only");
        sql.update("delete from event where n > (select n from snapshot)");

        count(1);

        assertThat(number("select value from counter_value where id = 'long'"))
                .as("continued from the state in the snapshot, %s events before the end", after)
                .isEqualTo(9001);
    }

    @Test
    void with_a_snapshot_and_without_the_state_is_the_same() {
        sql.update("delete from snapshot");
        count(1);
        assertThat(number("select value from counter_value where id = 'long'")).isEqualTo(231);
    }

    @Test
    void a_snapshot_of_another_form_of_the_class_is_passed_over() {
        sql.update("update snapshot set revision = 'older', state = '{\"no\":\"such field\"}'");
        count(1);
        assertThat(number("select value from counter_value where id = 'long'")).isEqualTo(231);
    }

    @Test
    void the_chain_of_hashes_goes_on_after_a_snapshot() {
        count(20);
        assertThat(number("""
                        select count(*) from (select *, lag(hash) over (partition by aggregate_id order by n) as previous from event) e
                        where hash is distinct from event_hash(previous, aggregate_id, n, type, revision, id, at, payload, metadata)
                        """)).isZero();
    }

    /** By a replica that has never seen the counter. */
    private void count(int times) {
        try (ConfigurableApplicationContext fresh = CounterApplication.start(database)) {
            Commands commands = fresh.getBean(Commands.class);
            IntStream.range(0, times).forEach(i -> commands.send(new Count("long")));
        }
    }

    private int number(String query) {
        Integer found = sql.queryForObject(query, Integer.class);
        return found == null ? -1 : found;
    }
}

package io.moorage.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.Verification.Damage;
import io.moorage.eventstore.Verification.Finding;
import io.moorage.eventstore.counter.Counter.Count;
import io.moorage.eventstore.counter.CounterApplication;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with the rights of the database's owner, who can switch the log's trigger off, was at the log. */
class VerificationIT {
    private String database;
    private JdbcTemplate sql;
    private EventHeads heads;

    @BeforeEach
    void a_log_of_three_aggregates() {
        database = TestPostgres.freshDatabase();
        var source = new DriverManagerDataSource(database, "postgres", "postgres");
        Flyway.configure().dataSource(source).load().migrate();
        sql = new JdbcTemplate(source);
        heads = new EventHeads(sql, new Leases(source));
        for (String aggregate : List.of("after", "damaged", "before")) for (int n = 0; n < 6; n++) append(aggregate, n);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> heads.move() == 0
                        && Integer.valueOf(3)
                                .equals(sql.queryForObject("select count(*) from event_head", Integer.class)));
    }

    @Test
    void a_log_as_it_was_written_has_no_findings() {
        assertThat(verify()).isEqualTo(new Verification.Report(18, 3, 0, List.of()));
    }

    @Test
    void an_edited_event_is_found() {
        for (String edit : List.of(
                "payload = '{\"id\":\"damaged\",\"value\":1000000}'",
                "metadata = '{\"actor\":\"somebody else\"}'",
                "at = at - interval '1 second'",
                "type = 'Other'",
                "id = 'other'",
                "revision = '2'",
                "hash = '\\x00'")) {
            try (Undoing attempt = new Undoing()) {
                attempt.damage("update event set " + edit + " where aggregate_id = 'damaged' and n = 2");
                assertThat(attempt.findings().getFirst()).as(edit).isEqualTo(finding(2, Damage.EDITED));
            }
        }
    }

    @Test
    void an_edited_event_whose_hash_was_made_to_fit_shows_at_the_next_one() {
        damage("update event set payload = '{}' where aggregate_id = 'damaged' and n = 2");
        fitHashes(2, 2);
        assertThat(verify().findings()).containsExactly(finding(3, Damage.EDITED));
    }

    @Test
    void an_aggregate_rewritten_to_its_end_shows_at_the_last_event_that_was_known() {
        damage("update event set payload = '{}' where aggregate_id = 'damaged' and n = 2");
        fitHashes(2, 5);
        assertThat(verify().findings()).containsExactly(finding(5, Damage.EDITED));
    }

    @Test
    void a_removed_event_is_found() {
        for (int n : List.of(0, 3)) {
            try (Undoing attempt = new Undoing()) {
                attempt.damage("delete from event where aggregate_id = 'damaged' and n = " + n);
                assertThat(attempt.findings()).containsExactly(finding(n, Damage.REMOVED));
            }
        }
    }

    @Test
    void a_removed_event_is_found_although_the_later_ones_were_renumbered() {
        damage("delete from event where aggregate_id = 'damaged' and n = 2");
        for (int n = 3; n < 6; n++) damage("update event set n = n - 1 where aggregate_id = 'damaged' and n = " + n);
        assertThat(verify().findings())
                .containsExactly(
                        finding(2, Damage.EDITED),
                        finding(3, Damage.EDITED),
                        finding(4, Damage.EDITED),
                        finding(5, Damage.CUT_OFF));
    }

    @Test
    void reordered_events_are_found() {
        swap(2, 3);
        assertThat(verify().findings()).containsExactly(finding(2, Damage.REORDERED), finding(3, Damage.REORDERED));
    }

    @Test
    void reordered_events_whose_hashes_were_made_to_fit_are_found_by_when_they_were_written() {
        swap(2, 3);
        fitHashes(2, 5);
        assertThat(verify().findings())
                .contains(finding(3, Damage.REORDERED))
                .allSatisfy(finding -> assertThat(finding.aggregate()).isEqualTo("damaged"));
    }

    @Test
    void a_tail_cut_off_is_found() {
        damage("delete from event where aggregate_id = 'damaged' and n >= 4");
        assertThat(verify().findings()).containsExactly(finding(4, Damage.CUT_OFF));
    }

    @Test
    void an_aggregate_removed_as_a_whole_is_found() {
        damage("delete from event where aggregate_id = 'damaged'");
        assertThat(verify().findings()).containsExactly(finding(0, Damage.CUT_OFF));
    }

    @Test
    void a_tail_cut_off_stays_found_when_the_aggregate_goes_on() {
        damage("delete from event where aggregate_id = 'damaged' and n >= 4");
        for (int n = 4; n < 9; n++) append("damaged", n);
        await().atMost(Duration.ofSeconds(20)).until(() -> heads.move() > 0);
        assertThat(verify().findings()).containsExactly(finding(5, Damage.EDITED));
    }

    @Test
    void the_end_of_an_aggregate_written_by_a_slow_transaction_is_known_too() {
        try (Undoing slow = new Undoing()) {
            append(slow.inside, "slow", 0);
            append("quick", 0);
            heads.move();
            slow.inside.execute("commit");
        }
        awaitHead("slow");
        damage("delete from event where aggregate_id = 'slow'");
        assertThat(verify().findings()).containsExactly(new Finding("slow", 0, Damage.CUT_OFF));
    }

    @Test
    void of_many_findings_the_first_hundred_are_listed_and_all_counted() {
        for (int n = 6; n < 200; n++) append("damaged", n);
        damage("update event set metadata = '{ }' where aggregate_id = 'damaged'");
        Verification.Report report = verify();
        assertThat(report.found()).isEqualTo(200);
        assertThat(report.findings()).hasSize(100).startsWith(finding(0, Damage.EDITED));
    }

    @Test
    void a_log_that_is_being_written_has_no_findings() {
        String live = TestPostgres.freshDatabase();
        AtomicBoolean going = new AtomicBoolean(true);
        List<Verification.Report> reports = new ArrayList<>();
        try (var service = CounterApplication.start(live);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Commands commands = service.getBean(Commands.class);
            JdbcTemplate there = service.getBean(JdbcTemplate.class);
            for (int writer = 0; writer < 8; writer++)
                writers.submit(() -> {
                    for (int i = 0; going.get(); i++) commands.send(new Count("counter-" + i % 50));
                });
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                reports.add(service.getBean(Verification.class).run());
                // Several pages, and heads that have followed.
                return reports.getLast().events() > 20_000
                        && !there.queryForList("select 1 from event_head where n > 100")
                                .isEmpty();
            });
            going.set(false);
        }
        assertThat(reports).allSatisfy(report -> assertThat(report.findings()).isEmpty());
    }

    private void awaitHead(String aggregate) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            heads.move();
            return !sql.queryForList("select 1 from event_head where aggregate_id = ?", aggregate)
                    .isEmpty();
        });
    }

    private Verification.Report verify() {
        return new Verification(sql).run();
    }

    private static Finding finding(long n, Damage what) {
        return new Finding("damaged", n, what);
    }

    private void damage(String statement) {
        damage(sql, statement);
    }

    private static void damage(JdbcTemplate sql, String statement) {
        sql.execute("alter table event disable trigger event_is_append_only");
        sql.update(statement);
        sql.execute("alter table event enable trigger event_is_append_only");
    }

    private void swap(int one, int other) {
        damage("update event set n = -1 where aggregate_id = 'damaged' and n = " + one);
        damage("update event set n = " + one + " where aggregate_id = 'damaged' and n = " + other);
        damage("update event set n = " + other + " where aggregate_id = 'damaged' and n = -1");
    }

    private void fitHashes(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(n -> damage("""
                update event e set hash = event_hash(
                    (select hash from event previous where previous.aggregate_id = e.aggregate_id and previous.n = e.n - 1),
                    aggregate_id, n, type, revision, id, at, payload, metadata)
                where aggregate_id = 'damaged' and n = """ + n));
    }

    private void append(String aggregate, int n) {
        append(sql, aggregate, n);
    }

    private static void append(JdbcTemplate sql, String aggregate, int n) {
        sql.update("""
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                select 'counter', aggregate_id, n, 'Counted', '1', id, at, payload, '{}', event_hash(
                    (select hash from event previous where previous.aggregate_id = new.aggregate_id and previous.n = new.n - 1),
                    aggregate_id, n, 'Counted', '1', id, at, payload, '{}')
                from (values (?, ?::bigint, gen_random_uuid()::text, now(), '{"id":"c","value":1}'::json))
                    as new (aggregate_id, n, id, at, payload)
                """, aggregate, n);
    }

    /** Damage in a transaction that is rolled back. */
    private final class Undoing implements AutoCloseable {
        private final SingleConnectionDataSource source =
                new SingleConnectionDataSource(database, "postgres", "postgres", true);
        private final JdbcTemplate inside = new JdbcTemplate(source);

        Undoing() {
            inside.execute("begin");
        }

        void damage(String statement) {
            VerificationIT.damage(inside, statement);
        }

        List<Finding> findings() {
            return new Verification(inside).run().findings();
        }

        @Override
        public void close() {
            inside.execute("rollback");
            source.destroy();
        }
    }
}

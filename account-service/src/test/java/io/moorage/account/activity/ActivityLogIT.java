package io.moorage.account.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.activity.ActivityVerification.Result;
import io.moorage.contracts.Uuid7;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@AccountServiceTest
class ActivityLogIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    ActivityLog log;

    @Autowired
    ActivityVerification verification;

    @Autowired
    CheckpointGrownLogs checkpoints;

    @Autowired
    JdbcTemplate sql;

    private final Told told = new Told();

    @Test
    void entries_are_numbered_and_chained_per_account() {
        Told other = new Told();
        log.append(List.of(
                told.activity("one", 200),
                other.activity("one", 200),
                told.activity("two", 409),
                told.activity("three", null)));

        assertThat(sql.queryForList(
                        "select action from activity where account = ? order by n", String.class, told.account))
                .containsExactly("one", "two", "three");
        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 3, null));
        assertThat(verification.of(other.account)).isEqualTo(new Result(true, 1, null));
        assertThat(verification.of("qa99999-mo")).isEqualTo(new Result(true, 0, null));
    }

    @Test
    void what_staff_did_is_marked_and_who_takes_the_mark_away_is_found() {
        log.append(List.of(told.activity("one", 200), told.byStaff("two"), told.activity("three", 200)));
        assertThat(sql.queryForList(
                        "select capacity from activity where account = ? order by n", String.class, told.account))
                .containsExactly("", "staff", "");
        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 3, null));

        sql.update("update activity set capacity = '' where account = ? and n = 2", told.account);

        assertThat(verification.of(told.account).intact()).isFalse();
    }

    @Test
    void what_is_told_again_is_there_once_within_a_batch_and_across() {
        Activity activity = told.activity("one", 200);
        log.append(List.of(activity, activity));
        log.append(List.of(activity, told.activity("two", 200)));
        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 2, null));
    }

    @Test
    void replicas_that_append_at_once_make_one_chain() throws Exception {
        Told other = new Told();
        List<List<Activity>> batches = IntStream.range(0, 40)
                .mapToObj(i -> List.of(told.activity("own-" + i, 200), other.activity("other-" + i, 200)))
                .toList();
        List<List<Activity>> twice = new ArrayList<>(batches);
        twice.addAll(batches);
        Collections.shuffle(twice, new java.util.Random(7));

        try (var replicas = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (List<Activity> batch : twice) done.add(replicas.submit(() -> log.append(batch)));
            for (Future<?> each : done) each.get();
        }

        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 40, null));
        assertThat(verification.of(other.account)).isEqualTo(new Result(true, 40, null));
    }

    @Test
    void what_belongs_to_a_users_own_account_waits_until_that_is_open() {
        Newcomer user = new Newcomer();
        Activity logIn = Told.activity(Uuid7.next(), null, user.id, "sid-1", "log-in", 200, Told.AT);
        assertThat(log.append(List.of(logIn, told.activity("one", 200)))).containsExactly(logIn.id());
        assertThat(verification.of(told.account).checked()).isEqualTo(1);

        user.registers();

        await().atMost(SOON).until(() -> log.append(List.of(logIn)).isEmpty());
        assertThat(sql.queryForList(
                        "select a.account from activity a join account o on o.handle = a.account where o.owner = ?",
                        String.class,
                        user.id))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id = 'u-2'",
                "session = 'sid-2'",
                "action = 'nothing-special'",
                "target = '10428'",
                "status = 409",
                "status = null",
                "code = 'x'",
                "correlation = 'c'",
                "at = at + interval '1 microsecond'",
                "id = gen_random_uuid()",
                "login = 'somebody-else'",
                "address = '198.51.100.1'",
                "address = null",
                "salt = null",
                "commitment = sha256('')",
                "hash = sha256('')"
            })
    void a_changed_entry_shows_whatever_of_it_was_changed(String change) {
        append(5);
        sql.update("update activity set " + change + " where account = ? and n = 3", told.account);
        assertThat(verification.of(told.account)).isEqualTo(new Result(false, 2, 3L));
    }

    @Test
    void a_removed_entry_shows() {
        append(5);
        sql.update("delete from activity where account = ? and n = 2", told.account);
        assertThat(verification.of(told.account)).isEqualTo(new Result(false, 1, 2L));
    }

    @Test
    void entries_cut_off_at_the_end_show() {
        append(5);
        sql.update("delete from activity where account = ? and n > 3", told.account);
        assertThat(verification.of(told.account)).isEqualTo(new Result(false, 3, 4L));
    }

    @Test
    void a_lost_head_shows() {
        append(2);
        sql.update("delete from activity_head where account = ?", told.account);
        assertThat(verification.of(told.account).intact()).isFalse();
    }

    @Test
    void a_chain_cut_off_together_with_its_head_shows_by_what_others_were_told() {
        append(5);
        checkpoints.sweep();
        sql.update("delete from activity where account = ? and n > 3", told.account);
        sql.update(
                "update activity_head set n = 3, hash = (select hash from activity where account = ? and n = 3) where account = ?",
                told.account,
                told.account);
        assertThat(verification.of(told.account)).isEqualTo(new Result(false, 3, 4L));
    }

    @Test
    void a_chain_written_anew_shows_by_what_others_were_told() {
        append(3);
        checkpoints.sweep();
        List<Activity> anew =
                List.of(told.activity("harmless", 200), told.activity("harmless", 200), told.activity("harmless", 200));
        sql.update("delete from activity where account = ?", told.account);
        sql.update("delete from activity_head where account = ?", told.account);
        log.append(anew);
        assertThat(verification.of(told.account)).isEqualTo(new Result(false, 2, 3L));
    }

    @Test
    void erasing_what_is_personal_keeps_the_chain_and_the_rest() {
        append(5);
        sql.update(
                "update activity set login = null, address = null, salt = null where account = ? and user_id = 'u-1'",
                told.account);
        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 5, null));
        log.append(List.of(told.activity("later", 200)));
        assertThat(verification.of(told.account)).isEqualTo(new Result(true, 6, null));
    }

    @Test
    void others_are_told_where_a_grown_log_stands_once() {
        append(2);
        checkpoints.sweep();
        checkpoints.sweep();

        String hash = sql.queryForObject(
                "select encode(hash, 'hex') from activity where account = ? and n = 2", String.class, told.account);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                                .all(event -> event.key().equals("activity-" + told.account)))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.attributes())
                                    .containsEntry("type", "io.moorage.account.ActivityCheckpointed.v1")
                                    .containsEntry("account", told.account);
                            assertThat(event.value())
                                    .isEqualTo("{\"account\":\"%s\",\"entries\":2,\"hash\":\"%s\"}"
                                            .formatted(told.account, hash));
                        }));
    }

    private void append(int entries) {
        log.append(IntStream.range(0, entries)
                .mapToObj(i -> told.activity("action-" + i, 200))
                .toList());
    }
}

package io.moorage.account.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.contracts.Uuid7;
import io.moorage.eventstore.ReadModels;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** From what other services publish to the list, and on to what is pushed. */
@AccountServiceTest
class NoticesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ForgetOldNotices forgetting;

    @Autowired
    ReadModels readModels;

    final String account = "no-" + Uuid7.next();
    final OtherServices others = new OtherServices(account);
    final String action = Uuid7.next().toString();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    succeeded | success | server-action-succeeded
                    failed    | error   | server-action-failed
                    cancelled | info    | server-action-cancelled
                    timed-out | error   | server-action-timed-out
                    """)
    void an_action_is_told_when_it_begins_and_when_it_ends(String outcome, String severity, String code) {
        others.requested(action);
        awaitCodes("server-action-requested");
        others.finished(action, outcome);
        awaitCodes("server-action-requested", code);

        new Reader(port, "u-1", account).notices("").expectBody().json("""
                {"items": [{"severity": "%s", "code": "%s", "link": "/services/servers/10427", "read": false},
                           {"severity": "info", "code": "server-action-requested", "text": "Reboot of server 10427 is under way."}],
                 "unread": 2}""".formatted(severity, code));
    }

    @Test
    void top_ups_are_told_in_the_language_asked_for() {
        String topUp = Uuid7.next().toString();
        others.topUpCompleted(topUp);
        awaitCodes("top-up-completed");
        others.topUpNeedsReview(topUp);
        awaitCodes("top-up-completed", "top-up-review");
        others.topUpFailed("t-2");
        awaitCodes("top-up-completed", "top-up-review", "top-up-failed");

        new Reader(port, "u-1", account).notices("", "fr").expectBody().json("""
                {"items": [
                 {"severity": "error", "text": "Votre recharge n'a pas été payée. Rien n'a été crédité ; vous pouvez réessayer.", "link": "/billing/top-ups/t-2"},
                 {"severity": "warning", "text": "Un paiement de 30,00\u00a0€ (référence pay-2) ne correspond pas à sa recharge. Nous l'examinons."},
                 {"severity": "success", "text": "Votre recharge de 50,00\u00a0€ est sur votre solde.", "link": "/billing/top-ups/%s"}]}""".formatted(topUp));
    }

    @Test
    void a_server_is_told_of_when_it_gets_into_trouble_and_out_of_it() {
        others.status("active", "in-time");
        others.status("active", "overdue");
        others.status("suspended", "overdue");
        others.status("suspended", "overdue");
        others.status("active", "in-time");
        others.status("active", "overdue");
        awaitTakenIn(others.status("cancelled", "overdue"));

        assertThat(codes()).containsExactly("server-overdue", "server-suspended", "server-in-order", "server-overdue");
    }

    @Test
    void an_event_told_again_is_one_notice_whether_it_has_the_same_id_or_another() {
        String event = others.finished(action, "succeeded");
        others.finished(action, "succeeded", event);
        awaitTakenIn(others.finished(action, "succeeded"));

        assertThat(codes()).containsExactly("server-action-succeeded");
    }

    @Test
    void an_action_whose_end_was_told_first_is_not_said_to_be_under_way() {
        others.finished(action, "failed");
        awaitCodes("server-action-failed");
        awaitTakenIn(others.requested(action));

        assertThat(codes()).containsExactly("server-action-failed");
    }

    @Test
    void an_outcome_that_is_not_known_yet_waits_and_holds_up_nobody_else() {
        String strange = others.finished(action, "paused");
        others.finished(Uuid7.next().toString(), "succeeded");

        awaitCodes("server-action-succeeded");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sql.queryForList(
                                "select headers::text from parked_message where aggregate_id = ?",
                                String.class,
                                action))
                        .singleElement()
                        .asString()
                        .contains(strange));
    }

    @Test
    void what_is_pushed_is_published_once_in_both_languages_with_the_beginning_before_the_end() {
        others.requested(action);
        awaitCodes("server-action-requested");
        others.finished(action, "cancelled");

        await().atMost(SOON).untilAsserted(() -> assertThat(published()).hasSize(2));
        assertThat(published().getFirst()).satisfies(event -> {
            assertThat(event.key()).isEqualTo("action/" + action);
            assertThat(event.attributes()).containsEntry("account", account).containsKey("time");
            assertThat(event.value())
                    .isEqualTo(
                            "{\"notificationId\":\"%s\",\"account\":\"%s\",\"severity\":\"info\",\"code\":\"server-action-requested\",\"textEn\":\"Reboot of server 10427 is under way.\",\"textFr\":\"Redémarrage du serveur 10427 en cours.\",\"link\":\"/services/servers/10427\",\"service\":\"10427\"}"
                                    .formatted(ids().getFirst(), account));
        });
        assertThat(published().getLast().value()).contains("server-action-cancelled", "opération annulée");
    }

    @Test
    void the_list_rebuilt_from_the_log_is_as_it_was() {
        others.requested(action);
        awaitCodes("server-action-requested");
        others.finished(action, "succeeded");
        awaitCodes("server-action-requested", "server-action-succeeded");
        List<String> before = rows();

        readModels.rebuild("NoticeList");

        await().atMost(SOON)
                .until(() -> readModels.all().stream()
                        .anyMatch(model -> model.name().equals("NoticeList")
                                && model.state().equals("rebuilt")));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void old_notices_are_forgotten_and_that_they_were_read() {
        UUID old = insert(Duration.ofDays(90).plusMinutes(1));
        UUID young = insert(Duration.ofDays(89));
        for (UUID each : List.of(old, young)) sql.update("insert into notice_read values ('u-1', ?)", each);

        forgetting.sweep();

        assertThat(ids()).containsExactly(young.toString());
        assertThat(sql.queryForList("select notice from notice_read where notice in (?, ?)", UUID.class, old, young))
                .containsExactly(young);
    }

    private UUID insert(Duration age) {
        UUID id = Uuid7.next();
        sql.update(
                "insert into notice values (?, ?, now() - make_interval(secs => ?), 'error', 'top-up-failed', '{}', '/')",
                id,
                account,
                age.toSeconds());
        return id;
    }

    private List<TestTopic.Received> published() {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                .all(event -> account.equals(event.attributes().get("account")));
    }

    private void awaitCodes(String... codes) {
        await().atMost(SOON).untilAsserted(() -> assertThat(codes()).containsExactly(codes));
    }

    private void awaitTakenIn(String eventId) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(sql.queryForList("select event_id from inbox where event_id = ?", eventId))
                                .hasSize(1));
    }

    private List<String> rows() {
        return ofEach("n::text");
    }

    private List<String> codes() {
        return ofEach("code");
    }

    private List<String> ids() {
        return ofEach("id::text");
    }

    private List<String> ofEach(String column) {
        return sql.query(
                "select " + column + " from notice n where account = ? order by at, id",
                (row, index) -> row.getString(1),
                account);
    }
}

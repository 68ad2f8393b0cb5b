package io.moorage.account.notice.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.notice.MatterEvent.NoticeAdded;
import io.moorage.account.notice.OtherServices;
import io.moorage.account.notice.Reader;
import io.moorage.contracts.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AccountServiceTest
class NoticeMailIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    WhenNoticeAddedSendMail policy;

    String account;
    String owner;
    OtherServices others;

    @BeforeEach
    void an_account_with_a_profile() {
        Newcomer user = new Newcomer().registers();
        owner = user.id;
        account = await().atMost(SOON)
                .until(() -> sql.queryForList("""
                                select handle from account join profile on handle = profile.account where owner = ?
                                """, String.class, user.id), found -> !found.isEmpty())
                .getFirst();
        others = new OtherServices(account);
    }

    @Test
    void what_the_account_wants_by_mail_is_sent_in_its_language_and_the_rest_is_not() {
        new Reader(port, "u-1", account, "account:manage").prefers("{\"emailFor\": [\"top-up-failed\"]}");
        others.topUpCompleted("c-" + account);
        await().atMost(SOON).until(() -> notices() == 1);
        others.topUpFailed("f-" + account);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails())
                        .singleElement()
                        .satisfies(body -> assertThat(body)
                                .contains(
                                        "Votre recharge n'a pas été payée.",
                                        "https://portal.example.eu/billing/top-ups/f-" + account)));
    }

    @Test
    void a_notice_that_is_handled_again_is_one_mail() {
        new Reader(port, "u-1", account, "account:manage").prefers("{\"emailFor\": [\"server-overdue\"]}");
        NoticeAdded notice = new NoticeAdded(
                "server/10427/" + account,
                "01936a10-7d00-7000-8000-" + account.substring(2, 7) + "0000000",
                account,
                "warning",
                "server-overdue",
                Map.of("server", "10427"),
                "/services/servers/10427",
                Instant.parse("2026-11-20T10:00:00Z"));

        policy.on(notice);
        policy.on(notice);

        assertThat(mails()).hasSize(1);
    }

    @Test
    void what_concerns_security_is_a_notice_and_a_mail_although_nobody_asked_for_mails() {
        others.secondFactorChanged(owner, "phone", "added");
        others.secondFactorChanged(owner, "phone", "added");
        others.secondFactorChanged(owner, "totp", "removed");
        others.secondFactorChanged(owner, "recovery-codes", "used");
        others.passwordChanged(owner);
        others.emailChanged(owner);

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(6));
        assertThat(sql.queryForList("select code from notice where account = ?", String.class, account))
                .containsExactlyInAnyOrder(
                        "security-factor-added",
                        "security-factor-added",
                        "security-factor-removed",
                        "security-recovery-code-used",
                        "security-password-changed",
                        "security-email-changed");
        assertThat(mails())
                .allSatisfy(body -> assertThat(body)
                        .contains("changez aussitôt votre mot de passe", "https://portal.example.eu/account/security"))
                .anySatisfy(body ->
                        assertThat(body).contains("Configuré pour votre connexion : Numéro mobile pour les codes."))
                .anySatisfy(body -> assertThat(body).contains("Votre mot de passe a été modifié."));
    }

    @Test
    void the_security_of_somebody_without_an_account_is_told_to_nobody() {
        String stranger = Uuid7.next().toString();
        others.passwordChanged(stranger);
        others.passwordChanged(owner);

        await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(1));
        assertThat(sql.queryForObject(
                        "select count(*) from parked_message where aggregate_id = ?", Integer.class, stranger))
                .isZero();
    }

    private int notices() {
        Integer found = sql.queryForObject("select count(*) from notice where account = ?", Integer.class, account);
        return found == null ? 0 : found;
    }

    private List<String> mails() {
        return sql.query(
                "select body from mail where account = ? and id like 'notice:%'",
                (row, index) -> row.getString(1), account);
    }
}

package io.moorage.account.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.account.AccountServiceTest;
import io.moorage.account.Newcomer;
import io.moorage.account.TestMailServer;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Handing over mails, and finding them again. */
@AccountServiceTest
class MailApiIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LINK =
            "http://localhost:8081/realms/moorage/login-actions/action-token?key=eyJhbGciOi.s3cr3t-token&client_id=moorage-gateway";
    private static final String KEYCLOAKS = """
            {"user": "%s", "to": "%s", "language": "fr", "subject": "Choisir un nouveau mot de passe",
             "text": "Bonjour,\\n%s\\nMerci.", "html": "<p><a href=\\"%s\\">Choisir</a></p>"}""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    final String id = UUID.randomUUID().toString();
    final String to = id + "@example.eu";
    final String account = "mail-" + id;
    RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private ResponseSpec hands(String mailId, String body) {
        return hands(mailId, body, RealParts.INTERNAL_SECRET, "en");
    }

    private ResponseSpec hands(String mailId, String body, String secret, String language) {
        return http.put()
                .uri("/internal/mails/{id}", mailId)
                .headers(headers -> headers.setBearerAuth(secret))
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec archive(String path, String... permissions) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TestTokens.owner(account, permissions)))
                .exchange();
    }

    private String notice(String text) {
        return """
                {"account": "%s", "to": "%s", "language": "en", "template": "notice", "parameters": {"text": "%s"},
                 "secrets": {"link": "/contact-changes/7?token=s3cr3t-token"}}""".formatted(account, to, text);
    }

    private Received arrived() {
        await().atMost(SOON).until(() -> !TestMailServer.mailsTo(to).isEmpty());
        return Received.of(TestMailServer.mailsTo(to).getFirst());
    }

    @Test
    void a_mail_handed_over_is_sent_with_its_secrets_and_archived_without() {
        hands(id, notice("A change waits for you")).expectStatus().isNoContent();

        assertThat(arrived().text()).contains("https://portal.example.eu/contact-changes/7?token=s3cr3t-token");
        await().atMost(SOON)
                .untilAsserted(() -> archive("/api/v1/emails/" + id, "account:manage")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("sent")
                        .jsonPath("$.sentAt")
                        .exists()
                        .jsonPath("$.to")
                        .isEqualTo(to)
                        .jsonPath("$.subject")
                        .isEqualTo("A change waits for you")
                        .jsonPath("$.text")
                        .value(text -> assertThat(String.valueOf(text))
                                .contains("••••")
                                .doesNotContain("s3cr3t"))
                        .jsonPath("$.html")
                        .value(html -> assertThat(String.valueOf(html))
                                .contains("••••")
                                .doesNotContain("s3cr3t")));
        assertThat(sql.queryForObject("select mail::text from mail where id = ?", String.class, id))
                .doesNotContain("s3cr3t");
    }

    @Test
    void what_keycloak_wrote_is_sent_as_it_is_and_its_links_are_not_kept() {
        hands(id, KEYCLOAKS.formatted("u-1", to, LINK, LINK.replace("&", "&amp;")))
                .expectStatus()
                .isNoContent();

        Received mail = arrived();
        assertThat(mail.subject()).isEqualTo("Choisir un nouveau mot de passe");
        assertThat(mail.text()).contains(LINK);
        assertThat(mail.html()).contains("<a href=\"" + LINK.replace("&", "&amp;") + "\">");
        assertThat(sql.queryForMap("select body, html from mail where id = ?", id))
                .containsEntry("body", "Bonjour,\n••••\nMerci.")
                .containsEntry("html", "<p><a href=\"••••\">Choisir</a></p>");
    }

    @Test
    void the_same_id_again_changes_nothing() {
        hands(id, notice("First")).expectStatus().isNoContent();
        hands(id, notice("Second")).expectStatus().isNoContent();

        assertThat(arrived().subject()).isEqualTo("First");
        archive("/api/v1/emails", "account:manage")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].subject")
                .isEqualTo("First");
    }

    @Test
    void nobody_else_may_hand_over_mails() {
        hands(id, notice("Spam"), "guessed", "en").expectStatus().isUnauthorized();
        hands(id, notice("Spam"), TestTokens.owner(account, "account:manage"), "en")
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "é@example.eu",
                "a@example.eu, b@example.eu",
                "A <a@example.eu>",
                "a@example.eu\\r\\nBcc: b@example.eu",
                "a@example.eu\\nb",
                "a@example.eu> SIZE=1"
            })
    void what_is_not_one_address_gets_no_mail(String recipient) {
        hands(id, "{\"to\": \"" + recipient + "\", \"subject\": \"s\", \"text\": \"t\", \"html\": \"h\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("recipient-invalid")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/to");
        assertThat(sql.queryForList("select 1 from mail where id = ?", id)).isEmpty();
    }

    @Test
    void a_subject_cannot_smuggle_in_a_header() {
        hands(id, """
                {"account": "%s", "to": "%s", "subject": "Hello\\r\\nBcc: victim@example.eu\\r\\n\\r\\nbody", "text": "t", "html": "h"}""".formatted(account, to)).expectStatus().isNoContent();

        assertThat(arrived().subject()).isEqualTo("Hello Bcc: victim@example.eu body");
        assertThat(arrived().to()).isEqualTo("[" + to + "]");
        assertThat(TestMailServer.mailsTo("victim@example.eu")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
                    {"to": "a@example.eu"}
                    {"to": "a@example.eu", "subject": "s", "text": "t"}
                    {"to": "a@example.eu", "template": "nonsense"}
                    {"to": "a@example.eu", "template": "notice", "parameters": {"text": "t"}}
                    {"to": "a@example.eu", "template": "notice", "parameters": {"text": "t", "link": "@evil.example"}}
                    {"to":
                    """)
    void what_is_no_whole_mail_is_refused(String body) {
        hands(id, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-request");
    }

    @Test
    void the_archive_shows_the_newest_first_a_page_at_a_time() {
        for (int i = 1; i <= 5; i++)
            hands(id + "-" + i, notice("Notice " + i)).expectStatus().isNoContent();

        String next = new Pages().read("/api/v1/emails?limit=2", "Notice 5", "Notice 4");
        next = new Pages().read("/api/v1/emails?limit=2&cursor=" + next, "Notice 3", "Notice 2");
        archive("/api/v1/emails?limit=2&cursor=" + next, "account:manage")
                .expectBody()
                .jsonPath("$.items[0].subject")
                .isEqualTo("Notice 1")
                .jsonPath("$.next")
                .doesNotExist();
        archive("/api/v1/emails?cursor=????", "account:manage").expectStatus().isBadRequest();
    }

    private final class Pages {
        String next = "";

        String read(String path, String first, String second) {
            archive(path, "account:manage")
                    .expectBody()
                    .jsonPath("$.items[0].subject")
                    .isEqualTo(first)
                    .jsonPath("$.items[1].subject")
                    .isEqualTo(second)
                    .jsonPath("$.next")
                    .value(cursor -> next = String.valueOf(cursor));
            return next;
        }
    }

    @Test
    void another_accounts_mail_is_not_there_and_reading_needs_account_manage() {
        hands(id, notice("Confidential").replace(account, "yy22222-mo"))
                .expectStatus()
                .isNoContent();

        archive("/api/v1/emails/" + id, "account:manage")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
        archive("/api/v1/emails", "account:manage")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        archive("/api/v1/emails", "services:read", "billing:read")
                .expectStatus()
                .isForbidden();
        archive("/api/v1/emails/" + id, "services:read").expectStatus().isForbidden();
    }

    @Test
    void what_a_user_got_before_their_account_was_open_is_in_its_archive_later() {
        Newcomer user = new Newcomer();
        hands(id, KEYCLOAKS.formatted(user.id, to, LINK, LINK)).expectStatus().isNoContent();
        user.registers();
        String handle = await().atMost(SOON)
                .until(
                        () -> sql.queryForList("select handle from account where owner = ?", String.class, user.id),
                        found -> !found.isEmpty())
                .getFirst();

        await().atMost(SOON)
                .untilAsserted(() -> http.get()
                        .uri("/api/v1/emails")
                        .headers(headers -> headers.setBearerAuth(TestTokens.owner(handle, "account:manage")))
                        .exchange()
                        .expectBody()
                        .jsonPath("$.items[*].subject")
                        .value(subjects -> assertThat(String.valueOf(subjects))
                                .contains("Choisir un nouveau mot de passe", "Votre compte Moorage " + handle)));
    }
}

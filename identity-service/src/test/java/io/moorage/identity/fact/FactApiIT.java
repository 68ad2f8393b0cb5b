package io.moorage.identity.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubKeycloak;
import io.moorage.identity.Visitor;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import io.moorage.testkit.TestTopic.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What Keycloak reports, and what the others hear of it. */
@IdentityTest
class FactApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Visitor visitor;

    @BeforeEach
    void somebody_new() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone          | added   | SecondFactorChanged | {"userId":"%s","factor":"phone","change":"added"}
            totp           | removed | SecondFactorChanged | {"userId":"%s","factor":"totp","change":"removed"}
            passkey        | added   | SecondFactorChanged | {"userId":"%s","factor":"passkey","change":"added"}
            recovery-codes | used    | SecondFactorChanged | {"userId":"%s","factor":"recovery-codes","change":"used"}
            password       | changed | PasswordChanged     | {"userId":"%s"}
            email          | changed | EmailChanged        | {"userId":"%s"}
            """)
    void a_change_is_told_for_the_users_own_account(String factor, String change, String event, String value) {
        opensAccount();
        emailIs("camille@example.eu");

        reports(UUID.randomUUID(), factor, change).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(event))
                        .singleElement()
                        .satisfies(told -> {
                            assertThat(told.value()).isEqualTo(value.formatted(visitor.id));
                            assertThat(told.attributes())
                                    .containsEntry("account", visitor.account)
                                    .containsEntry("actor", visitor.id);
                        }));
    }

    @Test
    void the_same_change_told_again_is_told_once() {
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 3; i++) reports(id, "phone", "added").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        reports(UUID.randomUUID(), "phone", "added");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(published("SecondFactorChanged")).hasSize(2));
    }

    @Test
    void somebody_who_sets_up_a_factor_before_they_were_ever_seen_is_registered_later() {
        reports(UUID.randomUUID(), "phone", "added").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        visitor.asksFor(null).expectStatus().isOk();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("UserRegistered")).hasSize(1));
    }

    @Test
    void after_a_change_of_address_the_others_are_told_the_one_that_holds_now() {
        opensAccount();
        UUID first = UUID.randomUUID();
        emailIs("camille@new.example");
        reports(first, "email", "changed").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(emailTold()).isEqualTo("camille@new.example");

        emailIs("camille@newest.example");
        reports(UUID.randomUUID(), "email", "changed").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        reports(first, "email", "changed").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(emailTold()).isEqualTo("camille@newest.example");
    }

    @Test
    void a_change_of_address_that_cannot_be_asked_for_is_reported_again() {
        opensAccount();
        emailIs("camille@new.example");
        UUID id = UUID.randomUUID();
        StubKeycloak.isAway(true);
        try {
            reports(id, "email", "changed").expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            StubKeycloak.isAway(false);
        }
        assertThat(emailTold()).isEqualTo("camille@example.eu");

        reports(id, "email", "changed").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(emailTold()).isEqualTo("camille@new.example");
    }

    @Test
    void the_end_of_a_session_is_told_once_with_its_reason() {
        String session = UUID.randomUUID().toString();
        ends(session, "ended-by-user").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        ends(session, "log-out").expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        ends(UUID.randomUUID().toString(), "expired");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("SessionEnded")).hasSize(2));
        assertThat(published("SessionEnded").getFirst().value())
                .isEqualTo("{\"userId\":\"%s\",\"sessionId\":\"%s\",\"reason\":\"ended-by-user\"}"
                        .formatted(visitor.id, session));
        assertThat(published("SessionEnded").getFirst().attributes()).containsEntry("session", session);
    }

    @Test
    void a_session_of_which_the_gateway_knows_nothing_is_dead_within_two_seconds_of_its_end() {
        String session = UUID.randomUUID().toString();
        String token = TestTokens.token(claims ->
                claims.subject(visitor.id).claim("account", visitor.account).claim("sid", session));
        assertThat(visitor.me(token).returnResult().getStatus()).isEqualTo(HttpStatus.OK);

        ends(session, "ended-by-user");

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> visitor.me(token)
                        .expectStatus()
                        .isUnauthorized()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("session-ended"));
    }

    @Test
    void where_it_happened_is_kept_in_no_event() {
        reports(UUID.randomUUID(), "phone", "added");

        String stored = sql.queryForObject(
                "select payload::text || metadata::text from event where aggregate_id = ?", String.class, visitor.id);
        assertThat(stored).doesNotContain("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\": \"1\", \"factor\": \"phone\", \"change\": \"added\", \"at\": \"2026-11-20T10:00:00Z\"}",
                "{\"id\": \"0e9d1c64-8a84-4a4e-8f0a-2b7d1f6f9a10\", \"factor\": \"pigeon\", \"change\": \"added\", \"at\": \"2026-11-20T10:00:00Z\"}",
                "{\"id\": \"0e9d1c64-8a84-4a4e-8f0a-2b7d1f6f9a10\", \"factor\": \"phone\", \"change\": \"lost\", \"at\": \"2026-11-20T10:00:00Z\"}",
                "{\"id\": \"0e9d1c64-8a84-4a4e-8f0a-2b7d1f6f9a10\", \"factor\": \"phone\", \"change\": \"added\"}"
            })
    void what_cannot_be_understood_is_malformed(String json) {
        visitor.keycloakReports("/users/" + visitor.id + "/security-changes", json)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-request");
    }

    private void emailIs(String address) {
        StubKeycloak.answers(visitor.id, "/security", """
                {"phone": null, "totp": [], "passkeys": [], "recoveryCodes": null, "preferred": null, "email": "%s", "emailVerified": true}""".formatted(address));
    }

    /** As account-service is told. */
    private String emailTold() {
        byte[] body = visitor.dataOf(visitor.id, RealParts.INTERNAL_SECRET)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonPath.read(new String(body, StandardCharsets.UTF_8), "$.email");
    }

    private void opensAccount() {
        visitor.asksFor(null);
        visitor.accountOpens();
        await().atMost(SOON)
                .untilAsserted(
                        () -> visitor.asksFor(visitor.account).expectStatus().isOk());
    }

    private ResponseSpec reports(UUID id, String factor, String change) {
        return visitor.keycloakReports("/users/" + visitor.id + "/security-changes", """
                {"id": "%s", "factor": "%s", "change": "%s", "address": "192.0.2.7", "at": "2026-11-20T10:00:00Z"}""".formatted(id, factor, change));
    }

    private ResponseSpec ends(String session, String reason) {
        return visitor.keycloakReports("/sessions/ended", """
                {"userId": "%s", "sessionId": "%s", "reason": "%s", "at": "2026-11-20T10:00:00Z"}""".formatted(visitor.id, session, reason));
    }

    private List<Received> published(String event) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.identity")
                .all(told -> told.key().equals(visitor.id)
                        && ("io.moorage.identity." + event + ".v1")
                                .equals(told.attributes().get("type")));
    }
}

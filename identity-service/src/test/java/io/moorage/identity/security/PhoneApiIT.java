package io.moorage.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubKeycloak;
import io.moorage.identity.TestPhone;
import io.moorage.identity.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@IdentityTest
class PhoneApiIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    final String number = TestPhone.newNumber();
    Visitor visitor;

    @BeforeEach
    void somebody_new() {
        visitor = new Visitor(port);
        StubKeycloak.answers(visitor.id, "/security", """
                {"phone": null, "totp": [], "passkeys": [], "recoveryCodes": null, "preferred": null, "emailVerified": true}""");
    }

    @AfterEach
    void keycloak_is_there() {
        StubKeycloak.isAway(false);
    }

    @Test
    void a_number_counts_once_its_code_is_typed() {
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));
        assertThat(TestPhone.last(number).text()).startsWith("Moorage : votre code");
        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();

        verifies(challenge, TestPhone.lastCode(number)).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("PUT /phone {\"number\":\"" + number + "\"}");
        verifies(challenge, TestPhone.lastCode(number)).expectStatus().isEqualTo(422);
        assertThat(StubKeycloak.orders(visitor.id)).hasSize(1);
    }

    @Test
    void the_answer_shows_the_number_masked_and_the_times() {
        begins("{\"number\": \"0%s\", \"country\": \"FR\"}".formatted(number.substring(3)))
                .expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED)
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo("+33 • •• •• •• " + number.substring(number.length() - 2))
                .jsonPath("$.expiresAt")
                .exists()
                .jsonPath("$.otherWaysAt")
                .exists();
    }

    @Test
    void a_change_needs_a_fresh_log_in_and_its_code_does_not() {
        visitor.sends(HttpMethod.PUT, "/security/phone", "{\"number\": \"%s\"}".formatted(number), 301)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("fresh-log-in-required");
        assertThat(TestPhone.messages(number)).isEmpty();
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));

        visitor.sends(
                        HttpMethod.POST,
                        "/security/phone/verify",
                        "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(challenge, TestPhone.lastCode(number)),
                        400)
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void a_wrong_code_and_another_users_challenge_change_nothing() {
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));
        String code = TestPhone.lastCode(number);

        verifies(challenge, code.equals("000000") ? "000001" : "000000")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"code\": \"code-wrong\", \"errors\": [{\"pointer\": \"/code\"}]}");
        Visitor other = new Visitor(port);
        StubKeycloak.answers(other.id, "/security", """
                {"phone": null, "totp": [], "passkeys": [], "recoveryCodes": null, "preferred": null, "emailVerified": true}""");
        other.sends(
                        HttpMethod.POST,
                        "/security/phone/verify",
                        "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(challenge, code))
                .expectStatus()
                .isEqualTo(422);
        other.sends(
                        HttpMethod.POST,
                        "/security/phone/resend",
                        "{\"challenge\": \"%s\", \"channel\": \"sms\"}".formatted(challenge))
                .expectStatus()
                .isNotFound();

        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();
        assertThat(StubKeycloak.orders(other.id)).isEmpty();
    }

    @Test
    void an_expired_code_says_so() {
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));
        sql.update("update second_factor_code set expires_at = now() where challenge = ?", UUID.fromString(challenge));

        verifies(challenge, TestPhone.lastCode(number))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("code-expired");
    }

    @Test
    void another_code_comes_by_voice_in_the_language_chosen_or_in_english() {
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));
        resends(challenge, "\"voice\"").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        theWaitIsOver(challenge);

        resends(challenge, "\"voice\"").expectStatus().isEqualTo(HttpStatus.ACCEPTED);

        assertThat(TestPhone.last(number).language()).isEqualTo("en");
        theWaitIsOver(challenge);
        resends(challenge, "\"voice\", \"language\": \"fr\"").expectStatus().isEqualTo(HttpStatus.ACCEPTED);
        assertThat(TestPhone.last(number).language()).isEqualTo("fr");
        theWaitIsOver(challenge);
        resends(challenge, "\"sms\"").expectStatus().isEqualTo(HttpStatus.ACCEPTED);
        assertThat(TestPhone.last(number).text()).startsWith("Moorage : votre code");
        verifies(challenge, TestPhone.lastCode(number)).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void while_keycloak_is_away_a_code_stays_good() {
        String challenge = challenge(begins("{\"number\": \"%s\"}".formatted(number)));
        StubKeycloak.isAway(true);
        verifies(challenge, TestPhone.lastCode(number)).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        StubKeycloak.isAway(false);

        verifies(challenge, TestPhone.lastCode(number)).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void a_landline_is_refused() {
        begins("{\"number\": \"+33142685300\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("phone-number-refused");
        begins("{}").expectStatus().isBadRequest();
    }

    private ResponseSpec begins(String json) {
        return visitor.sends(HttpMethod.PUT, "/security/phone", json);
    }

    private ResponseSpec resends(String challenge, String channelAndMore) {
        return visitor.sends(
                HttpMethod.POST,
                "/security/phone/resend",
                "{\"challenge\": \"%s\", \"channel\": %s}".formatted(challenge, channelAndMore));
    }

    private ResponseSpec verifies(String challenge, String code) {
        return visitor.sends(
                HttpMethod.POST,
                "/security/phone/verify",
                "{\"challenge\": \"%s\", \"code\": \"%s\"}".formatted(challenge, code));
    }

    private void theWaitIsOver(String challenge) {
        sql.update(
                "update second_factor_code set other_ways_at = now() where challenge = ?", UUID.fromString(challenge));
    }

    private static String challenge(ResponseSpec answer) {
        byte[] body = answer.expectStatus()
                .isEqualTo(HttpStatus.ACCEPTED)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JsonPath.read(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$.challenge");
    }
}

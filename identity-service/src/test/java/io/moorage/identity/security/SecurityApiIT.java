package io.moorage.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubKeycloak;
import io.moorage.identity.Visitor;
import io.moorage.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class SecurityApiIT {
    private static final String ALL = """
            {"phone": {"id": "c-0", "number": "+33600000001", "since": "2026-11-20T10:00:00Z"},
             "totp": [{"id": "c-1", "label": "Pocket", "since": "2026-11-20T10:00:00Z"}],
             "passkeys": [{"id": "c-2", "label": null, "since": null}],
             "recoveryCodes": {"id": "c-3", "left": 7, "since": "2026-11-20T10:00:00Z"},
             "preferred": "phone", "emailVerified": true}""";
    private static final String NONE = """
            {"phone": null, "totp": [], "passkeys": [], "recoveryCodes": null, "preferred": null, "emailVerified": false}""";

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void somebody_new() {
        visitor = new Visitor(port);
        StubKeycloak.answers(visitor.id, "/security", ALL);
    }

    @AfterEach
    void keycloak_is_there() {
        StubKeycloak.isAway(false);
    }

    @Test
    void the_settings_are_shown_with_the_number_masked() {
        visitor.sends(HttpMethod.GET, "/security", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"phone": {"number": "+33 • •• •• •• 01", "since": "2026-11-20T10:00:00Z"},
                         "totp": [{"id": "c-1", "label": "Pocket", "since": "2026-11-20T10:00:00Z"}],
                         "passkeys": [{"id": "c-2", "label": null, "since": null}],
                         "recoveryCodes": {"id": "c-3", "left": 7, "since": "2026-11-20T10:00:00Z"},
                         "preferred": "phone", "emailVerified": true}""")
                .jsonPath("$.freshUntil")
                .exists()
                .jsonPath("$.phone.id")
                .doesNotExist();
    }

    @Test
    void who_has_set_up_nothing_sees_that() {
        StubKeycloak.answers(visitor.id, "/security", NONE);

        visitor.me(visitor.tokenWithoutAccount()).expectStatus().isOk();
        visitor.sends(HttpMethod.GET, "/security", null).expectBody().json(NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "/security/phone, c-0",
        "/security/totp/c-1, c-1",
        "/security/passkeys/c-2, c-2",
        "/security/recovery-codes, c-3"
    })
    void each_factor_can_be_removed_after_a_fresh_log_in(String path, String credential) {
        visitor.sends(HttpMethod.DELETE, path, null, 301)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("fresh-log-in-required");
        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();

        visitor.sends(HttpMethod.DELETE, path, null, 290).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("DELETE /credentials/" + credential);
    }

    @Test
    void a_token_that_does_not_tell_the_log_in_is_not_fresh() {
        visitor.me(visitor.tokenForAccount()).expectStatus().isOk();

        RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .delete()
                .uri("/api/v1/me/security/phone")
                .headers(headers -> headers.setBearerAuth(TestTokens.token(claims -> claims.subject(visitor.id))))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security/totp/c-2", "/security/passkeys/c-1", "/security/totp/c-0", "/security/totp/c-9"})
    void what_is_not_there_or_of_another_kind_is_not_found(String path) {
        visitor.sends(HttpMethod.DELETE, path, null).expectStatus().isNotFound();

        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/security/phone", "/security/recovery-codes"})
    void what_was_never_set_up_cannot_be_removed(String path) {
        StubKeycloak.answers(visitor.id, "/security", NONE);

        visitor.sends(HttpMethod.DELETE, path, null).expectStatus().isNotFound();
    }

    @Test
    void one_of_what_is_set_up_can_be_preferred() {
        visitor.sends(HttpMethod.PUT, "/security", "{\"preferred\": \"totp\"}")
                .expectStatus()
                .isOk();

        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("PUT /preferred {\"factor\":\"totp\"}");
    }

    @Test
    void what_is_not_set_up_cannot_be_preferred() {
        StubKeycloak.answers(visitor.id, "/security", NONE);

        visitor.sends(HttpMethod.PUT, "/security", "{\"preferred\": \"passkey\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("factor-not-set-up");
        visitor.sends(HttpMethod.PUT, "/security", "{\"preferred\": \"pigeon\"}")
                .expectStatus()
                .isBadRequest();
        visitor.sends(HttpMethod.PUT, "/security", "{}").expectStatus().isBadRequest();
    }

    @Test
    void while_keycloak_is_away_the_answer_says_so() {
        StubKeycloak.isAway(true);

        visitor.sends(HttpMethod.GET, "/security", null)
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .json("{\"code\": \"service-unavailable\"}", JsonCompareMode.LENIENT);
    }
}

package io.moorage.identity.application;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubKeycloak;
import io.moorage.identity.Visitor;
import io.moorage.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

@IdentityTest
class ApplicationApiIT {
    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void somebody_with_two_applications() {
        visitor = new Visitor(port);
        StubKeycloak.answers(visitor.id, "/applications", """
                [{"client": "harbour-board", "name": "Harbour Board", "consent": "%1$s/a-1/1",
                  "permissions": ["billing:read"], "since": "2026-11-20T10:00:00Z"},
                 {"client": "unknown", "name": "Chart Room", "consent": "%1$s/a-2/2",
                  "permissions": ["services:read"], "since": "2026-11-21T10:00:00Z"}]""".formatted(visitor.id));
    }

    @AfterEach
    void keycloak_is_there() {
        StubKeycloak.isAway(false);
    }

    @Test
    void they_are_listed_with_the_one_let_in_last_first() {
        visitor.sends(HttpMethod.GET, "/applications", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items": [
                         {"id": "unknown", "name": "Chart Room", "permissions": ["services:read"], "since": "2026-11-21T10:00:00Z"},
                         {"id": "harbour-board", "name": "Harbour Board", "permissions": ["billing:read"]}]}""");
    }

    @Test
    void what_one_may_do_is_taken_back_at_keycloak_and_its_tokens_are_dead_within_two_seconds() {
        assertThat(visitor.me(tokenOf(visitor.id + "/a-1/1")).returnResult().getStatus())
                .isEqualTo(HttpStatus.OK);

        visitor.sends(HttpMethod.DELETE, "/applications/harbour-board", null)
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("DELETE /applications/harbour-board");
        await().atMost(2, SECONDS)
                .untilAsserted(() -> visitor.me(tokenOf(visitor.id + "/a-1/1"))
                        .expectStatus()
                        .isUnauthorized()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("consent-withdrawn"));
        visitor.me(tokenOf(visitor.id + "/a-2/2")).expectStatus().isOk();
    }

    @Test
    void one_that_keycloak_no_longer_knows_is_not_found_and_dead_all_the_same() {
        visitor.sends(HttpMethod.DELETE, "/applications/unknown", null)
                .expectStatus()
                .isNotFound();

        await().atMost(2, SECONDS)
                .untilAsserted(() -> visitor.me(tokenOf(visitor.id + "/a-2/2"))
                        .expectStatus()
                        .isUnauthorized());
    }

    @Test
    void one_that_was_never_let_in_is_not_found() {
        visitor.sends(HttpMethod.DELETE, "/applications/somebody", null)
                .expectStatus()
                .isNotFound();

        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();
    }

    @Test
    void an_application_neither_sees_nor_changes_them() {
        visitor.me(tokenOf("c"), HttpMethod.GET, "/applications")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("log-in-needed");
        visitor.me(tokenOf("c"), HttpMethod.DELETE, "/applications/harbour-board")
                .expectStatus()
                .isForbidden();

        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();
    }

    @Test
    void while_keycloak_is_away_the_answer_says_so() {
        StubKeycloak.isAway(true);

        visitor.sends(HttpMethod.DELETE, "/applications/harbour-board", null)
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .exists("Retry-After");
    }

    private String tokenOf(String consent) {
        return TestTokens.token(claims -> claims.subject(visitor.id)
                .claim("account", visitor.account)
                .claim("permissions", List.of("billing:read"))
                .claim("consented", List.of("billing:read"))
                .claim("consent_id", consent));
    }
}

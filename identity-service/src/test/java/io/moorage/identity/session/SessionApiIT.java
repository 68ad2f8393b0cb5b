package io.moorage.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.StubKeycloak;
import io.moorage.identity.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

@IdentityTest
class SessionApiIT {
    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void somebody_with_three_sessions() {
        visitor = new Visitor(port);
        StubKeycloak.answers(visitor.id, "/sessions", """
                [{"id": "old", "startedAt": "2026-11-20T10:00:00Z", "lastUsedAt": "2026-11-20T10:00:00Z", "address": null,
                  "device": null, "browser": null, "system": null, "clients": ["moorage-cli"]},
                 {"id": "current", "startedAt": "2026-11-20T10:00:00Z", "lastUsedAt": "2026-11-22T10:00:00Z", "address": "192.0.2.7",
                  "device": "Desktop", "browser": "Firefox/150", "system": "Linux", "clients": ["account", "moorage-gateway"]},
                 {"id": "phone", "startedAt": "2026-11-20T10:00:00Z", "lastUsedAt": "2026-11-21T10:00:00Z", "address": "192.0.2.8",
                  "device": "Phone", "browser": "Safari/26", "system": "iOS", "clients": ["moorage-mobile"]},
                 {"id": "other", "startedAt": "2026-11-19T10:00:00Z", "lastUsedAt": "2026-11-19T10:00:00Z", "address": null,
                  "device": null, "browser": null, "system": null, "clients": ["harbour-board"]}]""");
    }

    @AfterEach
    void keycloak_is_there() {
        StubKeycloak.isAway(false);
    }

    @Test
    void they_are_listed_with_the_one_that_was_used_last_first() {
        visitor.sends(HttpMethod.GET, "/sessions", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items": [
                         {"id": "current", "current": true, "startedAt": "2026-11-20T10:00:00Z", "lastUsedAt": "2026-11-22T10:00:00Z",
                          "address": "192.0.2.7", "device": "Desktop", "browser": "Firefox/150", "system": "Linux", "client": "portal"},
                         {"id": "phone", "current": false, "client": "app"},
                         {"id": "old", "current": false, "client": "cli"},
                         {"id": "other", "current": false, "client": "application"}]}""");
    }

    @Test
    void one_can_be_ended() {
        visitor.sends(HttpMethod.DELETE, "/sessions/phone", null).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("DELETE /sessions/phone");
    }

    @Test
    void one_that_is_not_there_is_not_found() {
        visitor.sends(HttpMethod.DELETE, "/sessions/unknown", null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void all_others_can_be_ended() {
        visitor.sends(HttpMethod.DELETE, "/sessions?others=true", null)
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(StubKeycloak.orders(visitor.id)).containsExactly("DELETE /sessions?except=current");
    }

    @Test
    void all_is_never_meant_by_saying_nothing() {
        visitor.sends(HttpMethod.DELETE, "/sessions", null).expectStatus().isBadRequest();
        visitor.sends(HttpMethod.DELETE, "/sessions?others=false", null)
                .expectStatus()
                .isBadRequest();

        assertThat(StubKeycloak.orders(visitor.id)).isEmpty();
    }

    @Test
    void an_id_cannot_lead_elsewhere() {
        visitor.sends(HttpMethod.DELETE, "/sessions/a%3Fexcept=b", null);

        assertThat(StubKeycloak.orders(visitor.id)).noneMatch(order -> order.contains("?except"));
    }

    @Test
    void while_keycloak_is_away_the_answer_says_so() {
        StubKeycloak.isAway(true);

        visitor.sends(HttpMethod.GET, "/sessions", null)
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .exists("Retry-After");
    }
}

package io.moorage.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubKeycloak;
import io.moorage.gateway.testing.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogoutIT {
    private static final String BACK_CHANNEL = "/logout/connect/back-channel/keycloak";
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private final World world = World.get();
    private final Browser browser = world.browser();

    @Test
    void logging_out_ends_the_session_here_at_once_and_on_other_gateways_within_two_seconds() {
        browser.logIn(world.keycloak, "");
        Browser elsewhere = browser.at(world.second);
        Browser copy = browser.at(world.first);
        assertThat(elsewhere.get("/api/v1/me").statusCode()).isEqualTo(200);

        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(200);

        assertThat(copy.get("/api/v1/me").statusCode()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> elsewhere.get("/api/v1/me").statusCode() == 401);
        assertThat(browser.cookies).doesNotContainKeys("MOORAGE_SESSION", "XSRF-TOKEN");
    }

    @Test
    void logging_out_leads_to_keycloaks_own_log_out_and_back() {
        browser.logIn(world.keycloak, "?lang=fr");
        HttpResponse<String> answer = browser.post("/logout", "");
        String location = answer.body().replaceAll(".*\"location\":\"([^\"]*)\".*", "$1");
        assertThat(location).startsWith(world.keycloak.issuer() + "/protocol/openid-connect/logout?");
        Map<String, String> asked = StubKeycloak.query(URI.create(location).getRawQuery());
        assertThat(asked)
                .containsEntry("post_logout_redirect_uri", world.publicUrl() + "/")
                .containsEntry("ui_locales", "fr");
        assertThat(asked.get("id_token_hint")).startsWith("eyJ");
    }

    @Test
    void logging_out_without_a_session_leads_home() {
        assertThat(browser.post("/logout", "").body()).isEqualTo("{\"location\":\"" + world.publicUrl() + "/\"}");
    }

    @Test
    void keycloak_announcing_the_end_of_a_log_in_ends_its_sessions() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        String sid = world.database.ask("select keycloak_session from session order by created_at desc limit 1");

        assertThat(announce(world.keycloak.sign(announcement(sid))).statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void announcements_that_keycloak_did_not_make_end_nothing() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.ask("select keycloak_session from session order by created_at desc limit 1");
        Map<String, Object> withNonce = announcement(sid);
        withNonce.put("nonce", "n");
        Map<String, Object> idToken = announcement(sid);
        idToken.remove("events");
        Map<String, Object> forOthers = announcement(sid);
        forOthers.put("aud", "another-client");
        Map<String, Object> fromElsewhere = announcement(sid);
        fromElsewhere.put("iss", "https://evil.example");

        assertThat(announce(world.keycloak.forge(announcement(sid))).statusCode())
                .isEqualTo(400);
        assertThat(announce(world.keycloak.sign(withNonce)).statusCode()).isEqualTo(400);
        assertThat(announce(world.keycloak.sign(idToken)).statusCode()).isEqualTo(400);
        assertThat(announce(world.keycloak.sign(forOthers)).statusCode()).isEqualTo(400);
        assertThat(announce(world.keycloak.sign(fromElsewhere)).statusCode()).isEqualTo(400);
        assertThat(announce("nonsense").statusCode()).isEqualTo(400);
        assertThat(announce("").statusCode()).isEqualTo(400);

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> announce(String token) {
        return world.browser()
                .post(BACK_CHANNEL, "logout_token=" + token, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static Map<String, Object> announcement(String sid) {
        return new HashMap<>(Map.of("typ", "Logout", "aud", List.of("moorage-gateway"), "sid", sid, "events", EVENTS));
    }
}

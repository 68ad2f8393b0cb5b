package io.moorage.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.BackChannel;
import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubKeycloak;
import io.moorage.gateway.testing.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogoutIT {
    private final World world = World.get();
    private final String home = "{\"location\":\"" + world.publicUrl() + "/\"}";
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
    void logging_out_ends_the_log_in_at_keycloak_with_its_tokens_and_leads_home() {
        browser.logIn(world.keycloak, "");
        String session = lastSession();
        String sid = world.database.lastLogIn();

        HttpResponse<String> answer = browser.post("/logout", "");

        assertThat(answer.body()).isEqualTo(home);
        assertThat(world.keycloak.knows(sid)).isFalse();
        assertThat(owed(session)).isEqualTo("0");
    }

    @Test
    void two_sessions_of_one_log_in_end_together() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        Browser copy = browser.at(world.second);
        world.database.change(
                "update session set keycloak_session = 'of-another-tab' where keycloak_session = '" + sid + "'");
        browser.cookies.remove("MOORAGE_SESSION");
        browser.logInAgain(world.keycloak, "", sid, "");
        world.database.change(
                "update session set keycloak_session = '" + sid + "' where keycloak_session = 'of-another-tab'");

        browser.post("/logout", "");

        await().atMost(Duration.ofSeconds(2)).until(() -> copy.get("/api/v1/me").statusCode() == 401);
    }

    @Test
    void with_keycloak_away_the_session_ends_here_and_the_log_in_there_as_soon_as_it_is_back() {
        browser.logIn(world.keycloak, "");
        String session = lastSession();
        String sid = world.database.lastLogIn();
        Browser copy = browser.at(world.first);
        world.keycloak.goAway();
        try {
            assertThat(browser.post("/logout", "").body()).isEqualTo(home);
            assertThat(copy.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(world.keycloak.knows(sid)).isTrue();
        } finally {
            world.keycloak.comeBack();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> !world.keycloak.knows(sid));
        await().until(() -> owed(session).equals("0"));
    }

    @Test
    void a_keycloak_that_hangs_holds_nobody_up_for_long() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        world.keycloak.slow = Duration.ofSeconds(8);
        try {
            long begun = System.nanoTime();
            assertThat(browser.post("/logout", "").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        } finally {
            world.keycloak.slow = Duration.ZERO;
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> !world.keycloak.knows(sid));
    }

    @Test
    void where_keycloak_does_not_know_the_tokens_the_browser_ends_the_log_in_there() {
        browser.logIn(world.keycloak, "?lang=fr");
        String session = lastSession();
        world.keycloak.forgetRefreshTokens();

        HttpResponse<String> answer = browser.post("/logout", "");

        String location = answer.body().replaceAll(".*\"location\":\"([^\"]*)\".*", "$1");
        assertThat(location).startsWith(world.keycloak.issuer() + "/protocol/openid-connect/logout?");
        Map<String, String> asked = StubKeycloak.query(URI.create(location).getRawQuery());
        assertThat(asked)
                .containsEntry("post_logout_redirect_uri", world.publicUrl() + "/")
                .containsEntry("ui_locales", "fr");
        assertThat(asked.get("id_token_hint")).startsWith("eyJ");
        assertThat(owed(session)).isEqualTo("0");
    }

    @Test
    void a_log_in_that_keycloak_goes_on_with_after_it_ended_here_is_ended_there_and_begun_anew() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        browser.post("/logout", "");

        HttpResponse<String> back = browser.logInAgain(world.keycloak, "?return=/balance%3Fpage%3D2", sid, "");

        assertThat(Browser.location(back)).isEqualTo("/login?fresh=true&return=%2Fbalance%3Fpage%3D2");
        assertThat(browser.cookies).doesNotContainKey("MOORAGE_SESSION");
        assertThat(world.keycloak.knows(sid)).isFalse();
    }

    @Test
    void logging_out_without_a_session_leads_home() {
        assertThat(browser.post("/logout", "").body()).isEqualTo(home);
    }

    @Test
    void keycloak_announcing_the_end_of_a_log_in_ends_its_sessions() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        String sid = world.database.lastLogIn();

        assertThat(announce(world.keycloak.sign(announcement(sid))).statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void announcements_that_keycloak_did_not_make_end_nothing() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
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
        return BackChannel.post(world.browser(), token);
    }

    private static Map<String, Object> announcement(String sid) {
        return BackChannel.announcement("moorage-gateway", sid);
    }

    private String lastSession() {
        return world.database.ask("select id from session order by created_at desc limit 1");
    }

    /** How many log-outs Keycloak is owed for this session. */
    private String owed(String session) {
        return world.database.ask("select count(*) from keycloak_log_out where session = '" + session + "'");
    }
}

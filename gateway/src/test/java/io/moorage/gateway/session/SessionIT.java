package io.moorage.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT {
    private final World world = World.get();
    private final Browser browser = world.browser();

    @BeforeEach
    void logIn() {
        browser.logIn(world.keycloak, "");
    }

    @Test
    void a_session_unused_for_two_hours_is_over() {
        world.clock.forward(Duration.ofMinutes(119));
        assertThat(me().statusCode()).isEqualTo(200);
        world.clock.forward(Duration.ofMinutes(119));
        assertThat(me().statusCode()).isEqualTo(200);
        world.clock.forward(Duration.ofMinutes(121));
        assertThat(me().statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_is_over_after_twelve_hours_however_busy() {
        for (int hour = 0; hour < 11; hour++) {
            world.clock.forward(Duration.ofHours(1));
            assertThat(me().statusCode()).isEqualTo(200);
        }
        world.clock.forward(Duration.ofMinutes(61));
        assertThat(me().statusCode()).isEqualTo(401);
    }

    @Test
    void rows_of_sessions_that_are_over_are_swept_away() {
        int before = world.database.sessions();
        assertThat(before).isPositive();
        world.clock.forward(Duration.ofHours(13));
        world.bean(world.first, Sessions.class).sweep().block();
        assertThat(world.database.sessions()).isZero();
    }

    @Test
    void a_gateway_that_was_started_anew_goes_on_with_the_sessions() {
        assertThat(me().statusCode()).isEqualTo(200);

        Browser there = browser.at(world.startAnother());

        assertThat(there.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(there.post("/api/v1/top-ups", "{}").statusCode()).isEqualTo(200);
        assertThat(me().statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_sealed_with_another_key_asks_for_a_new_log_in() {
        world.database.change("update session set access_token = '\\x0102030405060708090a0b0c0d0e0f1011121314'");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_change_without_confirmation_is_refused() {
        HttpResponse<String> answer =
                browser.send(browser.request("/api/v1/top-ups").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"csrf-token-missing\"");
    }

    @Test
    void a_confirmation_of_another_session_is_refused() {
        Browser other = world.browser();
        other.logIn(world.keycloak, "");
        browser.cookies.put("XSRF-TOKEN", other.cookies.get("XSRF-TOKEN"));
        assertThat(browser.post("/api/v1/top-ups", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_confirmed_change_goes_through() {
        assertThat(browser.post("/api/v1/top-ups", "{}").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/v1/top-ups", "{}", "Origin", world.publicUrl(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_that_another_site_asks_for_is_refused_even_if_confirmed() {
        assertThat(browser.post("/api/v1/top-ups", "{}", "Origin", "https://evil.example")
                        .body())
                .contains("\"code\":\"cross-site-refused\"");
        assertThat(browser.post("/api/v1/top-ups", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout", "", "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void a_lost_confirmation_is_given_again() {
        String confirmation = browser.cookies.remove("XSRF-TOKEN");
        browser.get("/api/v1/me");
        assertThat(browser.cookies).containsEntry("XSRF-TOKEN", confirmation);
    }

    private HttpResponse<String> me() {
        return browser.get("/api/v1/me");
    }
}

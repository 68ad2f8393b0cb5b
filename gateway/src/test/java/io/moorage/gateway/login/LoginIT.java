package io.moorage.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubKeycloak;
import io.moorage.gateway.testing.World;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIT {
    private final World world = World.get();
    private final Browser browser = world.browser();

    @Test
    void a_visitor_logs_in_and_comes_back_to_the_page_they_wanted() {
        HttpResponse<String> back = browser.logIn(world.keycloak, "?return=/balance%3Fpage%3D2&lang=fr");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Browser.location(back)).isEqualTo("/balance?page=2");
        HttpResponse<String> me = browser.get("/api/v1/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).isEqualTo("{\"service\":\"identity\"}");
    }

    @Test
    void keycloak_is_asked_with_pkce_a_nonce_our_own_address_and_the_visitors_language() {
        Map<String, String> asked = asked(browser.get("/login", "Accept-Language", "fr-CH, en;q=0.5"));
        assertThat(asked)
                .containsEntry("client_id", "moorage-gateway")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("ui_locales", "fr")
                .containsEntry("redirect_uri", world.publicUrl() + "/login/oauth2/code/keycloak")
                .containsKeys("code_challenge", "nonce", "state")
                .doesNotContainKey("prompt");
    }

    @Test
    void the_language_asked_for_counts_more_than_the_browsers_and_is_remembered() {
        browser.get("/login?lang=fr", "Accept-Language", "en");
        assertThat(browser.cookies).containsEntry("MOORAGE_LANG", "fr");
        assertThat(asked(browser.get("/login", "Accept-Language", "en"))).containsEntry("ui_locales", "fr");
        assertThat(asked(world.browser().get("/login"))).containsEntry("ui_locales", "en");
    }

    @Test
    void who_wants_to_register_is_shown_the_registration() {
        assertThat(asked(browser.get("/login?register=true"))).containsEntry("prompt", "create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/%5Cevil.example",
                "%2F%2Fevil.example",
                "/%252Fevil.example",
                "https://evil.example/",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/x%0d%0aSet-Cookie:a=b",
                "/login?return=/login"
            })
    void a_log_in_never_leads_to_another_site(String wish) {
        HttpResponse<String> back = browser.logIn(world.keycloak, "?return=" + wish.replace(":", "%3A"));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Browser.location(back)).isEqualTo("/");
    }

    @Test
    void an_answer_to_a_log_in_that_this_browser_did_not_begin_is_refused() {
        String callback = browser.callback(world.keycloak, browser.get("/login"));
        Browser victim = world.browser();
        HttpResponse<String> answer = victim.get(callback, "Accept", "text/html", "Accept-Language", "fr");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("La connexion a échoué");
        assertThat(victim.cookies).doesNotContainKey("MOORAGE_SESSION");
    }

    @Test
    void a_made_up_state_is_refused() {
        browser.get("/login");
        HttpResponse<String> answer = browser.get("/login/oauth2/code/keycloak?state=made-up-state&code=x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"log-in-failed\"");
    }

    @Test
    void a_changed_log_in_cookie_is_refused() {
        String callback = browser.callback(world.keycloak, browser.get("/login"));
        browser.cookies.replaceAll((name, value) -> name.startsWith("MOORAGE_LOGIN_") ? swapped(value) : value);
        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
    }

    @Test
    void a_log_in_that_took_longer_than_an_hour_is_refused() {
        String callback = browser.callback(world.keycloak, browser.get("/login"));
        world.clock.forward(Duration.ofMinutes(61));
        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
    }

    @Test
    void an_id_token_for_another_log_in_is_refused() {
        HttpResponse<String> begun = browser.get("/login");
        Map<String, String> asked = asked(begun);
        asked.put("nonce", "of-another-log-in");
        String answer = "/login/oauth2/code/keycloak?state=" + encoded(asked) + "&code=" + world.keycloak.code(asked);
        assertThat(browser.get(answer).statusCode()).isEqualTo(400);
        assertThat(browser.cookies).doesNotContainKey("MOORAGE_SESSION");
    }

    @Test
    void a_code_that_was_stolen_without_its_verifier_is_worth_nothing() {
        Map<String, String> victims = asked(world.browser().get("/login"));
        HttpResponse<String> begun = browser.get("/login");
        String answer =
                "/login/oauth2/code/keycloak?state=" + encoded(asked(begun)) + "&code=" + world.keycloak.code(victims);
        assertThat(browser.get(answer).statusCode()).isEqualTo(400);
    }

    @Test
    void who_turns_back_at_keycloak_comes_back_to_where_they_were() {
        Map<String, String> asked = asked(browser.get("/login?return=/balance"));
        HttpResponse<String> back =
                browser.get("/login/oauth2/code/keycloak?error=access_denied&state=" + encoded(asked));
        assertThat(Browser.location(back)).isEqualTo("/balance");
        assertThat(browser.cookies).doesNotContainKey("MOORAGE_SESSION");
    }

    @Test
    void two_tabs_can_log_in_at_once_and_either_gateway_finishes() {
        String first = browser.callback(world.keycloak, browser.get("/login?return=/one"));
        String second = browser.callback(world.keycloak, browser.get("/login?return=/two"));
        assertThat(Browser.location(browser.get(first))).isEqualTo("/one");
        assertThat(Browser.location(browser.at(world.second).get(second))).isEqualTo("/two");
    }

    @Test
    void a_second_answer_to_the_same_log_in_leads_to_the_portal() {
        String callback = browser.callback(world.keycloak, browser.get("/login"));
        browser.get(callback);
        HttpResponse<String> again = browser.get(callback);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Browser.location(again)).isEqualTo("/");
    }

    @Test
    void log_ins_never_finished_do_not_pile_up_in_the_browser() {
        for (int i = 0; i < 12; i++) browser.get("/login");
        assertThat(browser.cookies.keySet().stream().filter(name -> name.startsWith("MOORAGE_LOGIN_")))
                .hasSize(5);
    }

    @Test
    void the_sessions_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        List<String> cookies = browser.logIn(world.keycloak, "").headers().allValues("set-cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("MOORAGE_SESSION=")
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContainIgnoringCase("HttpOnly"));
    }

    @Test
    void a_log_in_makes_a_new_session_and_ends_the_one_before() {
        browser.cookies.put("MOORAGE_SESSION", "planted");
        browser.logIn(world.keycloak, "");
        Browser before = browser.at(world.first);
        assertThat(before.cookies.get("MOORAGE_SESSION")).isNotEqualTo("planted");
        browser.logIn(world.keycloak, "");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, moorage-phone",
        "totp, CONFIGURE_TOTP",
        "passkey, webauthn-register",
        "recovery-codes, CONFIGURE_RECOVERY_AUTHN_CODES",
        "password, UPDATE_PASSWORD",
        "email, UPDATE_EMAIL"
    })
    void what_is_done_on_keycloaks_pages_is_asked_for_by_its_name_there(String action, String alias) {
        assertThat(asked(browser.get("/login?action=" + action)))
                .containsEntry("kc_action", alias)
                .doesNotContainKey("prompt");
    }

    @Test
    void who_did_something_on_keycloaks_pages_comes_back_with_what_came_of_it() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        String security = "?action=totp&return=/account/security";
        String done = "&kc_action=CONFIGURE_TOTP&kc_action_status=";

        assertThat(Browser.location(browser.logInAgain(world.keycloak, security, sid, done + "success")))
                .isEqualTo("/account/security?done=totp");
        assertThat(Browser.location(browser.logInAgain(world.keycloak, security, sid, done + "cancelled")))
                .isEqualTo("/account/security?cancelled=totp");
        assertThat(Browser.location(browser.logInAgain(world.keycloak, security, sid, done + "error")))
                .isEqualTo("/account/security?cancelled=totp");
        assertThat(Browser.location(browser.logInAgain(
                        world.keycloak, "?action=email&return=/a%3Fb%3D1%23c", sid, done + "success")))
                .isEqualTo("/a?b=1&done=email#c");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void who_turns_back_from_what_they_wanted_to_do_comes_back_with_that() {
        Map<String, String> asked = asked(browser.get("/login?action=password&return=/account/security"));
        HttpResponse<String> back =
                browser.get("/login/oauth2/code/keycloak?error=access_denied&state=" + encoded(asked));
        assertThat(Browser.location(back)).isEqualTo("/account/security?cancelled=password");
    }

    @Test
    void what_came_of_an_action_nobody_asked_for_is_not_told() {
        String callback = browser.callback(world.keycloak, browser.get("/login?return=/balance"));
        assertThat(Browser.location(browser.get(callback + "&kc_action_status=success")))
                .isEqualTo("/balance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete_account", "CONFIGURE_TOTP", "", "totp%20"})
    void an_unknown_action_is_refused(String action) {
        assertThat(browser.get("/login?action=" + action).statusCode()).isEqualTo(400);
    }

    @Test
    void an_action_never_leads_to_another_site() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        HttpResponse<String> back = browser.logInAgain(
                world.keycloak, "?action=totp&return=//evil.example", sid, "&kc_action_status=success");
        assertThat(Browser.location(back)).isEqualTo("/?done=totp");
    }

    @Test
    void a_fresh_log_in_asks_for_the_password_again_and_leaves_one_live_cookie() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        Browser before = browser.at(world.first);
        Browser elsewhere = browser.at(world.second);
        elsewhere.get("/api/v1/me");

        assertThat(asked(browser.get("/login?fresh=true"))).containsEntry("prompt", "login");
        browser.logInAgain(world.keycloak, "?fresh=true", sid, "");

        assertThat(browser.cookies.get("MOORAGE_SESSION")).isNotEqualTo(before.cookies.get("MOORAGE_SESSION"));
        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(401);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> elsewhere.get("/api/v1/me").statusCode() == 401);
        assertThat(world.database.ask("select count(*) from session where keycloak_session = '" + sid + "'"))
                .isEqualTo("1");
        // The log-in itself goes on, and so do its tokens.
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(world.database.ask("select count(*) from revocation where id = '" + sid + "'"))
                .isEqualTo("0");
        assertThat(world.keycloak.knows(sid)).isTrue();
    }

    @Test
    void a_fresh_log_in_ends_the_cookie_before_even_where_the_browser_did_not_send_it() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        Browser before = browser.at(world.first);
        browser.cookies.remove("MOORAGE_SESSION");

        browser.logInAgain(world.keycloak, "?fresh=true", sid, "");

        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_fresh_log_in_does_not_make_a_log_in_live_longer() {
        browser.logIn(world.keycloak, "");
        String sid = world.database.lastLogIn();
        for (int hour = 0; hour < 11; hour++) {
            world.clock.forward(Duration.ofHours(1));
            browser.get("/api/v1/me");
        }
        browser.logInAgain(world.keycloak, "?fresh=true", sid, "");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

        world.clock.forward(Duration.ofMinutes(61));

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void the_table_holds_neither_the_cookie_nor_readable_tokens() {
        browser.logIn(world.keycloak, "");
        String cookie = browser.cookies.get("MOORAGE_SESSION");
        assertThat(world.database.ask("select count(*) from session where cookie_hash = sha256('" + cookie + "')"))
                .isEqualTo("1");
        String everything = world.database.ask("""
                select string_agg(encode(id_token, 'escape') || encode(access_token, 'escape')
                    || encode(refresh_token, 'escape') || session::text, '') from session""");
        assertThat(everything).doesNotContain(cookie).doesNotContain("eyJ");
    }

    @Test
    void keycloak_away_at_the_end_of_a_log_in_is_said_so() {
        String callback = browser.callback(world.keycloak, browser.get("/login"));
        world.keycloak.goAway();
        try {
            HttpResponse<String> answer = browser.get(callback);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"log-in-unavailable\"");
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        } finally {
            world.keycloak.comeBack();
        }
    }

    private static String swapped(String value) {
        char changed = value.charAt(40) == 'x' ? 'y' : 'x';
        return value.substring(0, 40) + changed + value.substring(41);
    }

    private static String encoded(Map<String, String> asked) {
        return URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    }

    private static Map<String, String> asked(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).isEqualTo(302);
        return StubKeycloak.query(URI.create(Browser.location(begun)).getRawQuery());
    }
}

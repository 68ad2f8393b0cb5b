package io.moorage.keycloak;

import static io.moorage.keycloak.Visitor.claims;
import static io.moorage.keycloak.Visitor.json;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moorage.keycloak.Visitor.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

/** The realm, the token mapper and the theme in the real Keycloak, seen from outside over HTTP. */
class RealmIT {

    private static final String PASSWORD = World.PASSWORD;

    private World world;
    private Surroundings surroundings;
    private RunningKeycloak keycloak;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
        keycloak = world.keycloak;
    }

    private Visitor visitor() {
        return world.visitor();
    }

    private Tokens demo() throws IOException, InterruptedException {
        return visitor().logIn("demo", PASSWORD);
    }

    // Tokens

    @Test
    void a_login_token_is_no_good_at_a_service() throws Exception {
        JsonNode claims = demo().claims();

        assertThat(claims.path("preferred_username").asText()).isEqualTo("demo");
        assertThat(claims.has("aud")).isFalse();
        assertThat(claims.has("permissions") || claims.has("account") || claims.has("own"))
                .isFalse();
        assertThat(surroundings.questions).isEmpty();
    }

    @Test
    void the_exchanged_token_is_for_the_services_and_carries_what_they_need_and_no_more() throws Exception {
        Tokens login = demo();

        HttpResponse<String> answer = visitor().exchange(login);

        assertThat(answer.statusCode()).isEqualTo(200);
        ObjectNode claims =
                (ObjectNode) claims(json(answer).path("access_token").asText());
        claims.remove(List.of("exp", "iat", "jti", "typ", "scope"));
        assertThat(claims.remove("auth_time").asLong()).isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(claims).isEqualTo(JsonSerialization.mapper.readTree("""
                                {"iss": "%s", "sub": "%s", "sid": "%s", "azp": "moorage-gateway", "aud": "moorage-services",
                                 "preferred_username": "demo", "name": "Camille Durand", "email": "demo@hst-test.eu", "locale": "fr",
                                 "account": "xx11111-mo", "own": true, "permissions": ["billing:read", "billing:pay"], "delegation_version": 7}
                                """.formatted(
                keycloak.realm(), demoId("demo"), login.claims().path("sid").asText())));
    }

    @Test
    void tokens_live_five_minutes() throws Exception {
        Tokens login = demo();
        JsonNode exchanged =
                claims(json(visitor().exchange(login)).path("access_token").asText());

        for (JsonNode claims : List.of(login.claims(), exchanged)) {
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(300);
            assertThat(claims.path("iat").asLong()).isCloseTo(Instant.now().getEpochSecond(), within(30L));
        }
    }

    @Test
    void identity_is_told_who_asks_and_for_which_account() throws Exception {
        surroundings.answers(200, """
                {"account": "zz22222-mo", "permissions": ["services:read"], "version": 3, "services": ["s1"], "own": false}""");

        JsonNode claims = claims(json(visitor().exchange(demo(), entry("account", "zz22222-mo")))
                .path("access_token")
                .asText());

        assertThat(claims.path("account").asText()).isEqualTo("zz22222-mo");
        assertThat(claims.path("own").asBoolean()).isFalse();
        assertThat(claims.path("services").toString()).isEqualTo("[\"s1\"]");
        JsonNode question = surroundings.questions.remove();
        assertThat(question.path("account").asText()).isEqualTo("zz22222-mo");
        assertThat(question.path("user").toString()).isEqualTo("""
                        {"id":"%s","login":"demo","email":"demo@hst-test.eu","firstName":"Camille","lastName":"Durand","language":"fr"}""".formatted(demoId("demo")));
    }

    private static String demoId(String login) throws IOException {
        JsonNode realm = JsonSerialization.mapper.readTree(
                Path.of("src/main/realm/moorage-realm.json").toFile());
        for (JsonNode user : realm.path("users"))
            if (user.path("username").asText().equals(login))
                return user.path("id").asText();
        throw new IllegalStateException("No such user in the realm file");
    }

    @Test
    void an_account_being_prepared_gives_a_token_without_account_or_permissions() throws Exception {
        surroundings.answers(200, """
                {"account": null, "permissions": [], "version": 0, "services": null, "own": true}""");

        JsonNode claims =
                claims(json(visitor().exchange(demo())).path("access_token").asText());

        assertThat(claims.path("own").asBoolean()).isTrue();
        assertThat(claims.has("account") || claims.has("permissions")).isFalse();
    }

    @Test
    void an_account_that_is_not_granted_is_refused_and_gives_no_token() throws Exception {
        surroundings.answers(403, "{\"code\": \"not-granted\"}");

        HttpResponse<String> answer = visitor().exchange(demo(), entry("account", "zz22222-mo"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("error").asText()).isEqualTo("access_denied");
        assertThat(json(answer).has("access_token")).isFalse();
    }

    @Test
    void while_identity_is_in_trouble_there_is_no_token() throws Exception {
        Tokens login = demo();
        for (int status : new int[] {500, 401}) {
            surroundings.answers(status, "{}");

            HttpResponse<String> answer = visitor().exchange(login);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("error").asText()).isEqualTo("temporarily_unavailable");
            assertThat(json(answer).has("access_token")).isFalse();
        }
    }

    @Test
    void an_api_token_gives_an_account_scoped_token_of_whom_it_stands_for() throws Exception {
        surroundings.answers(200, """
                {"userId": "%s", "grant": {"account": "zz22222-mo", "permissions": ["services:read"], "delegation": "d1",
                 "version": 3, "services": ["s1"], "apiToken": "t1", "own": false, "endsAt": null}}""".formatted(demoId("demo")));

        JsonNode answer = json(visitor().redeemApiToken("mo_secret"));

        JsonNode claims = claims(answer.path("access_token").asText());
        assertThat(claims.path("sub").asText()).isEqualTo(demoId("demo"));
        assertThat(claims.path("preferred_username").asText()).isEqualTo("demo");
        assertThat(claims.path("account").asText()).isEqualTo("zz22222-mo");
        assertThat(claims.path("api_token_id").asText()).isEqualTo("t1");
        assertThat(claims.path("services").toString()).isEqualTo("[\"s1\"]");
        assertThat(claims.path("aud").toString()).contains("moorage-services");
        assertThat(claims.has("auth_time")).isFalse();
        assertThat(answer.has("refresh_token")).isFalse();
        JsonNode question = surroundings.questions.remove();
        assertThat(question.path("token").asText()).isEqualTo("mo_secret");
        assertThat(question.path("account").isNull()).isTrue();
    }

    @Test
    void an_api_token_that_is_none_of_nobody_or_not_checkable_gives_none() throws Exception {
        surroundings.answers(404, "{}");
        assertRefused(400, "invalid_grant");
        surroundings.answers(403, "{}");
        assertRefused(403, "access_denied");
        surroundings.answers(500, "{}");
        assertRefused(503, "temporarily_unavailable");
        surroundings.answers(200, """
                {"userId": "00000000-0000-4000-8000-000000000000", "grant": {"account": "xx11111-mo", "permissions": [],
                 "version": 0, "own": true}}""");
        assertRefused(400, "invalid_grant");
    }

    private void assertRefused(int status, String error) throws Exception {
        HttpResponse<String> answer = visitor().redeemApiToken("mo_secret");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
        assertThat(json(answer).has("access_token")).isFalse();
    }

    @Test
    void only_the_gateway_may_come_with_api_tokens() throws Exception {
        HttpResponse<String> answer = visitor().redeemApiToken(Map.of("client_id", "moorage-cli"), "mo_secret");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(surroundings.questions).isEmpty();
    }

    @Test
    void an_account_named_twice_or_not_at_all_in_the_parameter_is_malformed() throws Exception {
        Tokens login = demo();

        assertThat(visitor().exchange(login, entry("account", "")).statusCode()).isEqualTo(400);
        assertThat(visitor()
                        .exchange(login, entry("account", "xx11111-mo"), entry("account", "zz22222-mo"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(surroundings.questions).isEmpty();
    }

    @Test
    void an_exchange_cannot_gain_a_scope() throws Exception {
        Administrator administrator = new Administrator(keycloak.url(), World.ADMIN_PASSWORD);
        administrator.offerScope("moorage-gateway", "moorage-probe");
        Tokens login = demo();

        HttpResponse<String> widened = visitor().exchange(login, entry("scope", "moorage-probe"));
        HttpResponse<String> plain = visitor().exchange(login);

        assertThat(widened.statusCode()).isEqualTo(400);
        assertThat(json(widened).path("error").asText()).isEqualTo("invalid_scope");
        assertThat(claims(json(plain).path("access_token").asText()).path("permissions"))
                .hasSize(2);
    }

    @Test
    void a_command_line_token_can_be_exchanged_by_the_gateway() throws Exception {
        Tokens login = visitor().logInFromCommandLine("technician", PASSWORD);

        JsonNode claims =
                claims(json(visitor().exchange(login)).path("access_token").asText());

        assertThat(login.claims().path("azp").asText()).isEqualTo("moorage-cli");
        assertThat(claims.path("azp").asText()).isEqualTo("moorage-gateway");
        assertThat(claims.path("sub").asText()).isEqualTo(demoId("technician"));
        assertThat(claims.path("sid").asText())
                .isEqualTo(login.claims().path("sid").asText());
        assertThat(claims.path("permissions")).hasSize(2);
    }

    @Test
    void a_mobile_apps_token_can_be_exchanged_by_the_gateway() throws Exception {
        Tokens login = visitor().logInFromMobileApp("technician", PASSWORD);

        JsonNode claims =
                claims(json(visitor().exchange(login)).path("access_token").asText());

        assertThat(login.claims().path("azp").asText()).isEqualTo("moorage-mobile");
        assertThat(claims.path("sid").asText())
                .isEqualTo(login.claims().path("sid").asText());
        assertThat(claims.path("permissions")).hasSize(2);
    }

    @Test
    void a_mobile_app_gets_nothing_at_another_address_or_without_a_proof_key() throws Exception {
        HttpResponse<String> elsewhere = visitor().arriveFor("moorage-mobile", "eu.moorage.app:/other", "en", Map.of());
        Visitor visitor = visitor();
        HttpResponse<String> unproven = visitor.browser.open(
                visitor.endpoint("auth")
                        + "?client_id=moorage-mobile&redirect_uri=eu.moorage.app%3A%2Fcallback&response_type=code&scope=openid");

        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(unproven.headers().firstValue("Location").orElse(""))
                .startsWith("eu.moorage.app:/callback")
                .contains("error=invalid_request");
    }

    @Test
    void a_command_line_gets_tokens_for_a_code_that_somebody_confirms_in_a_browser() throws Exception {
        Visitor visitor = visitor();
        JsonNode begun = visitor.askForDeviceCode();
        HttpResponse<String> page =
                visitor.browser.open(begun.path("verification_uri_complete").asText());
        page = visitor.follow(visitor.enter(page, "technician", PASSWORD));
        assertThat(page.body()).contains("la ligne de commande Moorage");
        page = visitor.follow(visitor.browser.submit(page, Map.of("accept", "Yes")));
        assertThat(page.body()).contains("Votre appareil est connecté");

        JsonNode answer =
                json(visitor.redeemDeviceCode(begun.path("device_code").asText(), visitor.proof()));

        String refresh = answer.path("refresh_token").asText();
        Tokens tokens = new Tokens(answer.path("access_token").asText(), refresh, "");
        assertThat(tokens.claims().path("aud").asText()).isEqualTo("moorage-gateway");
        assertThat(visitor.exchange(tokens).statusCode()).isEqualTo(200);
        JsonNode renewed = json(visitor.refreshFromCommandLine(refresh));
        assertThat(visitor.revoke(renewed.path("refresh_token").asText()).statusCode())
                .isEqualTo(200);
        assertThat(visitor.refreshFromCommandLine(renewed.path("refresh_token").asText())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_code_without_its_proof_key_gets_no_tokens() throws Exception {
        Visitor visitor = visitor();
        JsonNode begun = visitor.askForDeviceCode();
        HttpResponse<String> page =
                visitor.browser.open(begun.path("verification_uri_complete").asText());
        page = visitor.follow(visitor.enter(page, "technician", PASSWORD));
        visitor.follow(visitor.browser.submit(page, Map.of("accept", "Yes")));

        HttpResponse<String> answer =
                visitor.redeemDeviceCode(begun.path("device_code").asText(), "a".repeat(43));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).has("access_token")).isFalse();
    }

    @Test
    void a_refresh_token_works_once() throws Exception {
        Tokens login = demo();

        assertThat(visitor().refresh(login.refresh()).statusCode()).isEqualTo(200);
        assertThat(visitor().refresh(login.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_refreshed_token_can_still_be_exchanged_and_refreshed_after_an_exchange() throws Exception {
        Tokens login = demo();
        visitor().exchange(login, entry("account", "xx11111-mo"));

        JsonNode refreshed = json(visitor().refresh(login.refresh()));
        Tokens next = new Tokens(
                refreshed.path("access_token").asText(),
                refreshed.path("refresh_token").asText(),
                "");

        assertThat(next.claims().has("permissions")).isFalse();
        assertThat(visitor().exchange(next).statusCode()).isEqualTo(200);
    }

    @Test
    void after_logging_out_nothing_can_be_exchanged_and_the_gateway_is_told() throws Exception {
        Visitor visitor = visitor();
        Tokens login = visitor.logIn("demo", PASSWORD);
        surroundings.backChannelLogouts.clear();

        HttpResponse<String> goodbye = visitor.logOut(login);

        assertThat(goodbye.headers().firstValue("Location")).hasValue(surroundings.url() + "/goodbye");
        assertThat(visitor.exchange(login).statusCode()).isEqualTo(400);
        assertThat(claims(told()).path("sid")).isEqualTo(login.claims().path("sid"));
    }

    @Test
    void a_refresh_token_ends_its_log_in_even_if_it_was_used() throws Exception {
        Visitor visitor = visitor();
        Tokens login = visitor.logIn("demo", PASSWORD);
        String next =
                json(visitor.refresh(login.refresh())).path("refresh_token").asText();
        surroundings.backChannelLogouts.clear();

        assertThat(visitor.end(login.refresh()).statusCode()).isEqualTo(204);

        assertThat(visitor.exchange(login).statusCode()).isEqualTo(400);
        assertThat(visitor.refresh(next).statusCode()).isEqualTo(400);
        assertThat(claims(told()).path("sid")).isEqualTo(login.claims().path("sid"));
    }

    @Test
    void the_gateway_is_told_of_the_end_of_a_log_in_that_only_a_command_line_used() throws Exception {
        Visitor visitor = visitor();
        Tokens login = visitor.logInFromCommandLine("technician", PASSWORD);
        surroundings.backChannelLogouts.clear();

        assertThat(visitor.endFromCommandLine(login.refresh()).statusCode()).isEqualTo(204);

        JsonNode told = claims(told());
        assertThat(told.path("aud").asText()).isEqualTo("moorage-cli");
        assertThat(told.path("sid")).isEqualTo(login.claims().path("sid"));
        assertThat(visitor.exchange(login).statusCode()).isEqualTo(400);
    }

    private String told() {
        return surroundings.backChannelLogouts.remove().replaceFirst("^logout_token=", "");
    }

    // Pages

    @Test
    void pages_speak_the_language_that_the_portal_asks_for() throws Exception {
        assertThat(visitor().arrive("fr", Map.of()).body())
                .contains("lang=\"fr\"", "Identifiant ou adresse e-mail", "Se connecter", "Moorage");
        assertThat(visitor().arrive("en", Map.of()).body())
                .contains("lang=\"en\"", "Login name or e-mail", "Log in", "Moorage");
    }

    @Test
    void registering_opens_a_user_who_keeps_the_language_of_the_page() throws Exception {
        Visitor visitor = visitor();
        String login = People.newLogin();

        assertThat(visitor.arrive("fr", Map.of("prompt", "create")).body()).contains("Créer votre compte");
        HttpResponse<String> page = visitor.register("fr", People.registration(login, "correct horse"));
        Tokens tokens = visitor.redeem(visitor.enrol(page, People.NUMBER));

        assertThat(tokens.claims().path("preferred_username").asText()).isEqualTo(login);
        assertThat(tokens.claims().path("name").asText()).isEqualTo("Anne Le Goff");
        assertThat(tokens.claims().path("locale").asText()).isEqualTo("fr");
    }

    @Test
    void a_registration_that_breaks_the_rules_says_which() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> page = visitor.arrive("en", Map.of("prompt", "create"));

        page = visitor.browser.submit(page, People.registration(People.newLogin(), "short"));
        assertThat(page.body()).contains("Too short: at least 10 characters.");
        page = visitor.browser.submit(page, People.registration("demo", "correct horse"));
        assertThat(page.body()).contains("This login name is taken.");
        page = visitor.browser.submit(page, People.registration("long-login-name", "long-login-name"));
        assertThat(page.body()).contains("The password must not be the login name.");
    }

    @Test
    void five_wrong_passwords_lock_and_four_do_not() throws Exception {
        String login = People.registered(world);

        guess(login, 4);
        assertThat(visitor().logIn(login, "correct horse").access()).isNotEmpty();
        new Administrator(keycloak.url(), World.ADMIN_PASSWORD).awaitWrongTries(login, 0);
        guess(login, 5);
        Visitor locked = visitor();
        HttpResponse<String> answer = locked.enter(locked.arrive("en", Map.of()), login, "correct horse");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("After five wrong tries, log-in pauses for a while.");
    }

    private void guess(String login, int times) throws IOException, InterruptedException {
        Administrator administrator = new Administrator(keycloak.url(), World.ADMIN_PASSWORD);
        Visitor guesser = visitor();
        HttpResponse<String> page = guesser.arrive("en", Map.of());
        for (int i = 0; i < times; i++) {
            page = guesser.enter(page, login, "wrong-password-" + i);
            administrator.awaitWrongTries(login, i + 1);
        }
    }

    @Test
    void nothing_outside_may_show_the_pages_in_a_frame() throws Exception {
        HttpResponse<String> page = visitor().arrive("en", Map.of());

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }
}

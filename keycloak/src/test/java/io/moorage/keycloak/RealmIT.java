package io.moorage.keycloak;

import static io.moorage.keycloak.Visitor.claims;
import static io.moorage.keycloak.Visitor.json;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.moorage.keycloak.Visitor.Tokens;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

/** The realm, the token mapper and the theme in the real Keycloak, seen from outside over HTTP. */
class RealmIT {

    private static final String PASSWORD = "moorage-demo";
    private static final String ADMIN_PASSWORD = UUID.randomUUID().toString();

    private static Surroundings surroundings;
    private static GreenMail mail;
    private static RunningKeycloak keycloak;

    /** Imports the realm in one place and then starts it in another, as a copy with a new port does. */
    @BeforeAll
    static void start() throws IOException, InterruptedException {
        surroundings = new Surroundings();
        mail = new GreenMail(new ServerSetup(RunningKeycloak.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        keycloak = new RunningKeycloak();
        keycloak.start(environment("http://localhost:1", "2"));
        keycloak.stop();
        keycloak.start(environment(surroundings.url(), "" + mail.getSmtp().getPort()));
    }

    private static Map<String, String> environment(String portal, String smtpPort) {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                ADMIN_PASSWORD,
                "MOORAGE_IDENTITY_URL",
                surroundings.url(),
                "MOORAGE_INTERNAL_SECRET",
                Surroundings.SECRET,
                "MOORAGE_PUBLIC_URL",
                portal,
                "MOORAGE_GATEWAY_CLIENT_SECRET",
                Visitor.GATEWAY_SECRET,
                "MOORAGE_SMTP_PORT",
                smtpPort,
                "MOORAGE_DEMO_PASSWORD",
                PASSWORD);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (keycloak != null) keycloak.close();
        mail.stop();
        surroundings.close();
    }

    @BeforeEach
    void identityGrantsTheOwnAccount() {
        surroundings.answers(200, Surroundings.OWN);
        surroundings.questions.clear();
    }

    private static Visitor visitor() {
        return new Visitor(keycloak.realm(), surroundings.url());
    }

    private static Tokens demo() throws IOException, InterruptedException {
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
        Administrator administrator = new Administrator(keycloak.url(), ADMIN_PASSWORD);
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
        Tokens login = visitor().logInFromCommandLine("second", PASSWORD);

        JsonNode claims =
                claims(json(visitor().exchange(login)).path("access_token").asText());

        assertThat(login.claims().path("azp").asText()).isEqualTo("moorage-cli");
        assertThat(claims.path("azp").asText()).isEqualTo("moorage-gateway");
        assertThat(claims.path("sub").asText()).isEqualTo(demoId("second"));
        assertThat(claims.path("sid").asText())
                .isEqualTo(login.claims().path("sid").asText());
        assertThat(claims.path("permissions")).hasSize(2);
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
        String told = surroundings.backChannelLogouts.remove().replaceFirst("^logout_token=", "");
        assertThat(claims(told).path("sid")).isEqualTo(login.claims().path("sid"));
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
        String login = newLogin();

        HttpResponse<String> page = visitor.arrive("fr", Map.of("prompt", "create"));
        assertThat(page.body()).contains("Créer votre compte");
        Tokens tokens = visitor.redeem(visitor.browser.submit(page, registration(login, "correct horse")));

        assertThat(tokens.claims().path("preferred_username").asText()).isEqualTo(login);
        assertThat(tokens.claims().path("name").asText()).isEqualTo("Anne Le Goff");
        assertThat(tokens.claims().path("locale").asText()).isEqualTo("fr");
    }

    @Test
    void a_registration_that_breaks_the_rules_says_which() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> page = visitor.arrive("en", Map.of("prompt", "create"));

        page = visitor.browser.submit(page, registration(newLogin(), "short"));
        assertThat(page.body()).contains("Too short: at least 10 characters.");
        page = visitor.browser.submit(page, registration("demo", "correct horse"));
        assertThat(page.body()).contains("This login name is taken.");
        page = visitor.browser.submit(page, registration("long-login-name", "long-login-name"));
        assertThat(page.body()).contains("The password must not be the login name.");
    }

    private static String newLogin() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static Map<String, String> registration(String login, String password) {
        return Map.of(
                "username",
                login,
                "email",
                login + "@example.eu",
                "firstName",
                "Anne",
                "lastName",
                "Le Goff",
                "locale",
                "fr",
                "password",
                password,
                "password-confirm",
                password);
    }

    @Test
    void five_wrong_passwords_lock_and_four_do_not() throws Exception {
        Visitor visitor = visitor();
        String login = newLogin();
        visitor.browser.submit(visitor.arrive("en", Map.of("prompt", "create")), registration(login, "correct horse"));

        guess(login, 4);
        assertThat(visitor().logIn(login, "correct horse").access()).isNotEmpty();
        guess(login, 5);
        Visitor locked = visitor();
        HttpResponse<String> answer = locked.enter(locked.arrive("en", Map.of()), login, "correct horse");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("After five wrong tries, log-in pauses for a while.");
    }

    private static void guess(String login, int times) throws IOException, InterruptedException {
        Visitor guesser = visitor();
        HttpResponse<String> page = guesser.arrive("en", Map.of());
        for (int i = 0; i < times; i++) page = guesser.enter(page, login, "wrong-password-" + i);
    }

    @Test
    void a_forgotten_password_is_replaced_through_a_mail_in_the_users_language() throws Exception {
        Visitor visitor = visitor();
        String login = newLogin();
        visitor.browser.submit(visitor.arrive("fr", Map.of("prompt", "create")), registration(login, "correct horse"));

        Visitor forgetful = visitor();
        HttpResponse<String> page = forgetful.arrive("en", Map.of());
        HttpResponse<String> ask = forgetful.browser.open(link(page.body(), "[^\"]*/reset-credentials[^\"]*"));
        forgetful.browser.submit(ask, Map.of("username", login));

        assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Choisir un nouveau mot de passe");
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo(login + "@example.eu");
        HttpResponse<String> choose = forgetful.browser.open(link(html(message), "[^\"]*/action-token[^\"]*"));
        Tokens tokens = forgetful.redeem(forgetful.browser.submit(
                choose, Map.of("password-new", "battery staple", "password-confirm", "battery staple")));
        assertThat(tokens.claims().path("preferred_username").asText()).isEqualTo(login);
        assertThat(visitor().logIn(login, "battery staple").access()).isNotEmpty();
    }

    private static String html(MimeMessage message) throws Exception {
        var parts = (jakarta.mail.Multipart) message.getContent();
        assertThat(GreenMailUtil.getBody(parts.getBodyPart(0))).contains("Bonjour Anne,");
        return (String) parts.getBodyPart(1).getContent();
    }

    private static String link(String page, String pattern) {
        Matcher link = Pattern.compile("href=\"(" + pattern + ")\"").matcher(page);
        assertThat(link.find()).as("a link to " + pattern).isTrue();
        String url = link.group(1).replace("&amp;", "&");
        return url.startsWith("http") ? url : keycloak.url() + url;
    }

    @Test
    void nothing_outside_may_show_the_pages_in_a_frame() throws Exception {
        HttpResponse<String> page = visitor().arrive("en", Map.of());

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }
}

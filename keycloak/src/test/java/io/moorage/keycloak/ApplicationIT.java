package io.moorage.keycloak;

import static io.moorage.keycloak.Visitor.claims;
import static io.moorage.keycloak.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.Visitor.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application of somebody else's gets what its user agrees to, in the real Keycloak. */
class ApplicationIT {
    private static final String LOGIN = "technician";
    private static final String USER = "/users/01936a10-0000-7000-8002-00000510a2c4";
    private static final String SCOPE = "openid billing:read services:read";

    private World world;
    private Surroundings surroundings;
    private Visitor visitor;

    @BeforeEach
    void nothingIsAgreedTo() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
        visitor = world.visitor();
        withdraw();
    }

    @Test
    void the_page_names_what_is_asked_for_and_nothing_else() throws Exception {
        String english =
                visitor.askedByApplication(LOGIN, World.PASSWORD, "en", SCOPE).body();
        String french = world.visitor()
                .askedByApplication(LOGIN, World.PASSWORD, "fr", SCOPE)
                .body();

        assertThat(english)
                .contains(
                        "Let Harbour Board act for you?",
                        "It will be able to:",
                        "see your services",
                        "see your billing");
        assertThat(english).contains("see your name, login name and language").doesNotContain("manage your services");
        assertThat(french).contains("Elle pourra", "voir vos services", "voir votre facturation");
    }

    @Test
    void who_does_not_agree_gives_nothing() throws Exception {
        HttpResponse<String> page = visitor.askedByApplication(LOGIN, World.PASSWORD, "en", SCOPE);

        HttpResponse<String> answer = visitor.answer(page, false);

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=access_denied");
        assertThat(applications()).isEmpty();
    }

    @Test
    void a_token_has_what_both_the_user_holds_and_the_application_may() throws Exception {
        Tokens login = visitor.logInFromApplication(LOGIN, World.PASSWORD, SCOPE);

        JsonNode scoped =
                claims(json(visitor.exchange(login)).path("access_token").asText());

        assertThat(scoped.path("permissions").toString()).isEqualTo("[\"billing:read\"]");
        assertThat(scoped.path("consented").toString()).isEqualTo("[\"billing:read\",\"services:read\"]");
        assertThat(scoped.path("consent_id").asText())
                .isEqualTo(applications().get(0).path("consent").asText());
        JsonNode ours = claims(json(visitor.exchange(world.visitor().logIn(LOGIN, World.PASSWORD)))
                .path("access_token")
                .asText());
        assertThat(ours.path("permissions")).hasSize(2);
        assertThat(ours.has("consent_id") || ours.has("consented")).isFalse();
    }

    @Test
    void a_token_that_asked_for_less_than_was_agreed_to_once_has_less() throws Exception {
        visitor.logInFromApplication(LOGIN, World.PASSWORD, "openid billing:read billing:pay");
        Visitor later = world.visitor();
        Tokens login =
                later.redeemOfApplication(later.askedByApplication(LOGIN, World.PASSWORD, "en", "openid billing:pay"));

        JsonNode scoped =
                claims(json(later.exchange(login)).path("access_token").asText());

        assertThat(scoped.path("permissions").toString()).isEqualTo("[\"billing:pay\"]");
    }

    @Test
    void nothing_is_given_where_nothing_is_left() throws Exception {
        Tokens noPermission = visitor.logInFromApplication(LOGIN, World.PASSWORD, "openid");
        assertRefused(visitor.exchange(noPermission));

        withdraw();
        Tokens notHeld = world.visitor().logInFromApplication(LOGIN, World.PASSWORD, "openid services:read");
        assertRefused(visitor.exchange(notHeld));
    }

    @Test
    void an_application_of_staff_never_acts_for_their_customers() throws Exception {
        Tokens login = visitor.logInFromApplication(LOGIN, World.PASSWORD, SCOPE);
        surroundings.answers(200, """
                {"account": "zz22222-mo", "permissions": ["billing:read"], "version": 0, "own": false, "staff": true}""");

        assertRefused(visitor.exchange(login, Map.entry("account", "zz22222-mo")));
        JsonNode ours = claims(
                json(visitor.exchange(world.visitor().logIn(LOGIN, World.PASSWORD), Map.entry("account", "zz22222-mo")))
                        .path("access_token")
                        .asText());
        assertThat(ours.path("staff").asBoolean()).isTrue();
    }

    @Test
    void an_application_that_does_not_ask_for_consent_gets_nothing() throws Exception {
        Administrator administrator = new Administrator(world.keycloak.url(), World.ADMIN_PASSWORD);
        administrator.askForConsent("harbour-board", false);
        try {
            Tokens login = visitor.redeemOfApplication(visitor.askedByApplication(LOGIN, World.PASSWORD, "en", SCOPE));

            assertRefused(visitor.exchange(login));
        } finally {
            administrator.askForConsent("harbour-board", true);
        }
    }

    @Test
    void a_consent_is_listed_until_it_is_withdrawn_and_everything_ends_with_it() throws Exception {
        Tokens login = visitor.logInFromApplication(LOGIN, World.PASSWORD, SCOPE);
        JsonNode given = applications();
        assertThat(given).hasSize(1);
        assertThat(given.get(0).path("client").asText()).isEqualTo("harbour-board");
        assertThat(given.get(0).path("name").asText()).isEqualTo("Harbour Board");
        assertThat(given.get(0).path("permissions").toString()).isEqualTo("[\"billing:read\",\"services:read\"]");

        assertThat(withdraw()).isEqualTo(204);

        assertThat(applications()).isEmpty();
        assertThat(withdraw()).isEqualTo(404);
        HttpResponse<String> exchange = visitor.exchange(login);
        assertThat(exchange.statusCode()).isEqualTo(400);
        assertThat(json(exchange).path("error_description").asText()).isEqualTo("Invalid token");
        assertThat(visitor.refreshFromApplication(login.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_consent_that_is_given_anew_is_another_one() throws Exception {
        visitor.logInFromApplication(LOGIN, World.PASSWORD, SCOPE);
        String first = applications().get(0).path("consent").asText();
        withdraw();

        Tokens login = world.visitor().logInFromApplication(LOGIN, World.PASSWORD, SCOPE);

        String second = applications().get(0).path("consent").asText();
        assertThat(second).isNotEqualTo(first);
        assertThat(json(visitor.exchange(login)).has("access_token")).isTrue();
    }

    private static void assertRefused(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(json(answer).path("error").asText()).isEqualTo("access_denied");
        assertThat(json(answer).has("access_token")).isFalse();
    }

    private JsonNode applications() throws IOException, InterruptedException {
        return json(send("GET", USER + "/applications"));
    }

    private int withdraw() throws IOException, InterruptedException {
        return send("DELETE", USER + "/applications/harbour-board").statusCode();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return world.keycloak.internally(method, path, "", "Bearer " + Surroundings.SECRET);
    }
}

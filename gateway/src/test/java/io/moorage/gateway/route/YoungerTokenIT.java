package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubService.Answer;
import io.moorage.gateway.testing.StubService.Asked;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when a service takes young tokens only. */
class YoungerTokenIT {
    private static final String PATH = "/api/v1/me/young";
    private static final Answer TOO_OLD = refusal("token-too-old");

    private final World world = World.get();
    private final Browser browser = world.browser();

    @BeforeEach
    void logIn() {
        browser.logIn(world.keycloak, "");
        browser.get(PATH);
    }

    @AfterEach
    void asBefore() {
        world.identity.answers(PATH, new Answer(200, "application/json", "{}", Map.of()));
        world.keycloak.granted.clear();
    }

    @Test
    void a_request_refused_for_its_old_token_is_sent_again_with_a_new_one() {
        world.identity.answersOnce(PATH, TOO_OLD);
        int before = world.identity.asked().size();

        HttpResponse<String> answer = browser.post(PATH, "{\"what\":\"é\"}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("www-authenticate")).isEmpty();
        List<Asked> asked = world.identity.asked().subList(before, before + 2);
        assertThat(asked).allSatisfy(each -> {
            assertThat(each.method()).isEqualTo("POST");
            assertThat(each.body()).isEqualTo("{\"what\":\"é\"}");
        });
        assertThat(asked.getFirst().header("Authorization"))
                .isNotEqualTo(asked.getLast().header("Authorization"));
    }

    @Test
    void the_new_token_is_for_the_same_account_and_serves_later_requests_too() {
        world.keycloak.granted.add("zz22222-mo");
        browser.get(PATH, "Moorage-Account", "zz22222-mo");
        world.identity.answersOnce(PATH, TOO_OLD);

        browser.get(PATH, "Moorage-Account", "zz22222-mo");

        String renewed = world.identity.last().header("Authorization");
        int exchanges = world.keycloak.exchanges.get();
        browser.get(PATH, "Moorage-Account", "zz22222-mo");
        assertThat(world.identity.last().header("Authorization")).isEqualTo(renewed);
        assertThat(world.keycloak.exchanges.get()).isEqualTo(exchanges);
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(renewed.split("\\.")[1])))
                .contains("\"account\":\"zz22222-mo\"");
    }

    @Test
    void a_second_refusal_is_the_answer() {
        world.identity.answers(PATH, TOO_OLD);
        int before = world.identity.asked().size();

        HttpResponse<String> answer = browser.get(PATH);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("token-too-old");
        assertThat(world.identity.asked()).hasSize(before + 2);
    }

    @Test
    void a_token_of_an_access_that_has_changed_is_replaced_although_the_gateway_has_not_heard_of_it() {
        world.identity.answersOnce(PATH, refusal("access-changed"));

        assertThat(browser.get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void other_refusals_are_not_repeated() {
        world.identity.answers(PATH, refusal("session-ended"));
        int before = world.identity.asked().size();

        assertThat(browser.get(PATH).body()).contains("session-ended");

        assertThat(world.identity.asked()).hasSize(before + 1);
    }

    @Test
    void with_keycloak_away_there_is_no_new_token_and_that_is_said() {
        world.identity.answersOnce(PATH, TOO_OLD);
        world.keycloak.goAway();
        try {
            HttpResponse<String> answer = browser.get(PATH);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"log-in-unavailable\"");
        } finally {
            world.keycloak.comeBack();
        }
    }

    private static Answer refusal(String code) {
        return new Answer(
                401,
                "application/problem+json",
                "{\"status\":401,\"code\":\"" + code + "\"}",
                Map.of(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"" + code + "\"",
                        "X-Refused",
                        "1"));
    }
}

package io.moorage.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubService.Asked;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenIT {
    private final World world = World.get();
    private final Browser browser = world.browser();

    @AfterEach
    void asBefore() {
        world.keycloak.slow = Duration.ZERO;
        world.keycloak.prepared = true;
        world.keycloak.granted.clear();
    }

    @Test
    void a_bearer_token_for_the_gateway_needs_no_cookie_and_no_confirmation() {
        Map<String, Object> claims = bearer();
        assertThat(call(world.keycloak.sign(claims)).statusCode()).isEqualTo(200);
        HttpResponse<String> change =
                browser.post("/api/v1/top-ups", "{}", "Authorization", "Bearer " + world.keycloak.sign(claims));
        assertThat(change.statusCode()).isEqualTo(200);
    }

    @Test
    void tokens_of_another_kind_maker_or_time_are_refused() {
        Map<String, Object> accountScoped = bearer();
        accountScoped.put("aud", "moorage-services");
        accountScoped.put("account", "xx11111-mo");
        Map<String, Object> idToken = bearer();
        idToken.put("typ", "ID");
        Map<String, Object> expired = bearer();
        expired.put("exp", Date.from(world.clock.instant().minusSeconds(30)));
        Map<String, Object> foreign = bearer();
        foreign.put("iss", "https://evil.example/realms/moorage");
        Map<String, Object> withoutAudience = bearer();
        withoutAudience.remove("aud");

        assertRefused(world.keycloak.sign(accountScoped));
        assertRefused(world.keycloak.sign(idToken));
        assertRefused(world.keycloak.sign(expired));
        assertRefused(world.keycloak.sign(foreign));
        assertRefused(world.keycloak.sign(withoutAudience));
        assertRefused(world.keycloak.forge(bearer()));
        assertRefused("mo_unknown");
        assertRefused("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyLTEifQ.");
    }

    @Test
    void a_token_counts_more_than_a_cookie_beside_it() {
        browser.logIn(world.keycloak, "");
        HttpResponse<String> answer = browser.get("/api/v1/me", "Authorization", "Bearer nonsense");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/me", "Authorization", "Basic eDp5").statusCode())
                .isEqualTo(401);
    }

    @Test
    void forged_tokens_do_not_make_the_gateway_ask_for_keys_again_and_again() {
        call(world.keycloak.sign(bearer()));
        int before = world.keycloak.keysAsked.get();
        for (int i = 0; i < 20; i++) call(world.keycloak.forge(bearer()));
        assertThat(world.keycloak.keysAsked.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void a_service_gets_a_token_scoped_to_the_account_instead_of_the_callers() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        AccountToken got = received(world.identity.last());
        assertThat(got.account()).isEqualTo("xx11111-mo");
        assertThat(got.mayReadBilling()).isTrue();
    }

    @Test
    void the_acting_account_comes_from_the_header_or_the_address() {
        browser.logIn(world.keycloak, "");
        world.keycloak.granted.add("zz22222-mo");
        browser.get("/api/v1/me", "Moorage-Account", "zz22222-mo");
        assertThat(received(world.identity.last()).account()).isEqualTo("zz22222-mo");
        browser.get("/api/v1/me?account=zz22222-mo&limit=5");
        assertThat(received(world.identity.last()).account()).isEqualTo("zz22222-mo");
        assertThat(world.identity.last().path()).isEqualTo("/api/v1/me?limit=5");
    }

    @Test
    void an_account_that_is_not_granted_is_refused_whatever_its_name() {
        browser.logIn(world.keycloak, "");
        for (String account :
                List.of("zz22222-mo", "no-handle", "../xx11111-mo", "XX11111-MO", "xx11111-mo,zz22222-mo")) {
            HttpResponse<String> answer =
                    browser.get("/api/v1/me", "Moorage-Account", account, "Accept-Language", "fr");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("account-not-granted").contains("Vous ne pouvez pas agir");
        }
    }

    @Test
    void fifty_requests_at_once_make_one_exchange() {
        browser.logIn(world.keycloak, "");
        world.keycloak.slow = Duration.ofMillis(200);
        int before = world.keycloak.exchanges.get();
        assertThat(atOnce(50, world.first)).containsOnly(200);
        assertThat(world.keycloak.exchanges.get() - before).isEqualTo(1);
    }

    @Test
    void tabs_that_renew_at_once_on_two_gateways_end_with_one_renewal() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        world.clock.forward(Duration.ofMinutes(6));
        world.keycloak.slow = Duration.ofMillis(200);
        int before = world.keycloak.refreshes.get();
        assertThat(atOnce(20, world.first, world.second)).containsOnly(200);
        assertThat(world.keycloak.refreshes.get() - before).isEqualTo(1);
        world.clock.forward(Duration.ofMinutes(6));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_log_in_that_ended_at_keycloak_ends_the_session_when_it_is_renewed() {
        browser.logIn(world.keycloak, "");
        String sid = lastLogIn();
        world.keycloak.endSession(sid);
        HttpResponse<String> answer = browser.get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"login-required\"");
        assertThat(world.database.ask("select count(*) from session where keycloak_session = '" + sid + "'"))
                .isEqualTo("0");
    }

    @Test
    void while_the_account_is_being_prepared_the_gateway_looks_again_every_second() {
        browser.logIn(world.keycloak, "");
        world.keycloak.prepared = false;
        browser.get("/api/v1/me");
        assertThat(received(world.identity.last()).account()).isNull();
        world.keycloak.prepared = true;
        world.clock.forward(Duration.ofMillis(1100));
        browser.get("/api/v1/me");
        assertThat(received(world.identity.last()).account()).isEqualTo("xx11111-mo");
    }

    @Test
    void with_keycloak_away_known_tokens_go_on_and_others_are_told_to_come_back() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        String token = world.keycloak.sign(bearer());
        call(token);
        world.keycloak.goAway();
        try {
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
            assertThat(call(token).statusCode()).isEqualTo(200);
            HttpResponse<String> other = browser.get("/api/v1/me", "Moorage-Account", "zz22222-mo");
            assertThat(other.statusCode()).isEqualTo(503);
            assertThat(other.body()).contains("\"code\":\"log-in-unavailable\"");
            assertThat(other.headers().firstValue("retry-after")).isPresent();
        } finally {
            world.keycloak.comeBack();
        }
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_is_exchanged_anew_before_it_ends() {
        browser.logIn(world.keycloak, "");
        browser.get("/api/v1/me");
        world.clock.forward(Duration.ofMinutes(4).plusSeconds(50));
        browser.get("/api/v1/me");
        Instant end = received(world.identity.last()).endsAt();
        assertThat(end).isAfter(world.clock.instant().plusSeconds(60));
    }

    private List<Integer> atOnce(int times, java.net.URI... gateways) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Browser tab = browser.at(gateways[i % gateways.length]);
                answers.add(clients.submit(() -> tab.get("/api/v1/me").statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) statuses.add(answer.get());
            return statuses;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<String, Object> bearer() {
        return new HashMap<>(Map.of(
                "typ",
                "Bearer",
                "sid",
                world.keycloak.newSession(),
                "azp",
                "moorage-cli",
                "aud",
                List.of("moorage-gateway")));
    }

    private HttpResponse<String> call(String token) {
        return world.browser().get("/api/v1/me", "Authorization", "Bearer " + token);
    }

    private void assertRefused(String token) {
        HttpResponse<String> answer = call(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"login-required\"");
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    }

    private String lastLogIn() {
        return world.database.ask("select keycloak_session from session order by created_at desc limit 1");
    }

    private static AccountToken received(Asked asked) {
        assertThat(asked.header("Authorization")).startsWith("Bearer ");
        return AccountToken.read(asked.header("Authorization").substring("Bearer ".length()));
    }
}

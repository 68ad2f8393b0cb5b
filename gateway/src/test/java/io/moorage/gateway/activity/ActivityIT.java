package io.moorage.gateway.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubKeycloak;
import io.moorage.gateway.testing.StubService.Answer;
import io.moorage.gateway.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActivityIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world = World.get();
    private final Browser browser = world.browser();
    private final String correlation = UUID.randomUUID().toString();

    @BeforeEach
    void log_in() {
        browser.logIn(world.keycloak, "");
    }

    @AfterEach
    void mend() {
        world.account.losesItsAnswer = false;
        world.account.waitsFor.clear();
        world.keycloak.staff = false;
    }

    @Test
    void a_change_is_told_with_who_for_whom_from_where_and_what_came_of_it() {
        world.billing.answers("/api/v1/top-ups?secret=1", created());
        world.billing2.answers("/api/v1/top-ups?secret=1", created());

        write("/api/v1/top-ups?secret=1", "{\"amount\": \"a secret\"}");

        JsonNode told = told();
        assertThat(text(told, "user")).isEqualTo("user-1");
        assertThat(text(told, "login")).isEqualTo("camille");
        assertThat(text(told, "capacity")).isEmpty();
        assertThat(text(told, "account")).isEqualTo(StubKeycloak.OWN_ACCOUNT);
        assertThat(text(told, "session")).isEqualTo(keycloakSession());
        assertThat(text(told, "address")).isEqualTo("127.0.0.1");
        assertThat(text(told, "action")).isEqualTo("top-up-request");
        assertThat(text(told, "target")).isEqualTo("0193");
        assertThat(told.path("status").intValue()).isEqualTo(201);
        assertThat(told.path("code").isNull()).isTrue();
        assertThat(told.toString()).doesNotContain("secret", "?");
        await().atMost(SOON).until(() -> rows() == 0);
    }

    @Test
    void what_the_providers_staff_do_is_told_as_such() {
        world.keycloak.staff = true;
        write("/api/v1/top-ups", "{}");

        assertThat(text(told(), "capacity")).isEqualTo("staff");
    }

    @Test
    void what_a_service_refuses_is_told_with_its_code_and_the_caller_still_gets_the_problem() {
        String path = "/api/v1/servers/10427/tags";
        String problem = "{\"code\":\"server-not-found\",\"title\":\"No such server\"}";
        world.inventory.answers(path, new Answer(404, "application/problem+json", problem, Map.of()));

        HttpResponse<String> answer = browser.send(browser.request(path, "X-Correlation-Id", correlation)
                .header("X-XSRF-TOKEN", browser.cookies.get("XSRF-TOKEN"))
                .PUT(BodyPublishers.ofString("{}")));

        assertThat(answer.body()).isEqualTo(problem);
        assertOutcome("server-tags-change", 404, "server-not-found");
    }

    @Test
    void a_service_may_name_what_it_did_and_no_client_sees_that() {
        String path = "/api/v1/servers/10427/actions";
        Map<String, String> headers = Map.of("Moorage-Activity", "server-reboot", "Location", "/api/v1/actions/0193");
        world.inventory.answers(path, new Answer(202, "application/json", "{}", headers));

        HttpResponse<String> answer = write(path, "{\"type\":\"reboot\"}");

        assertThat(answer.headers().map()).doesNotContainKey("moorage-activity");
        assertOutcome("server-reboot", 202, null);
        assertThat(text(told(), "target")).isEqualTo("10427");
    }

    @Test
    void reads_are_not_told_and_downloads_of_whole_lists_are() {
        browser.get("/api/v1/servers", "X-Correlation-Id", correlation);
        browser.get("/api/v1/servers", "X-Correlation-Id", correlation, "Accept", "text/csv");
        assertOutcome("servers-export", 200, null);
    }

    @Test
    void a_change_that_was_not_confirmed_is_told_as_refused() {
        browser.send(browser.request("/api/v1/top-ups", "X-Correlation-Id", correlation)
                .POST(BodyPublishers.ofString("{}")));
        assertOutcome("top-up-request", 403, "csrf-token-missing");
        assertThat(text(told(), "login")).isEqualTo("camille");
    }

    @Test
    void an_account_that_is_not_granted_is_what_the_refusal_is_aimed_at_and_not_told_of_it() {
        write("/api/v1/top-ups", "{}", "Moorage-Account", "zz22222-mo");
        assertOutcome("top-up-request", 403, "account-not-granted");
        assertThat(text(told(), "target")).isEqualTo("zz22222-mo");
        assertThat(told().path("account").isNull()).isTrue();
    }

    @Test
    void a_body_too_large_is_told_as_refused() {
        write("/api/v1/top-ups", "x".repeat(1024 * 1024 + 1));
        assertOutcome("top-up-request", 413, "body-too-large");
    }

    @Test
    void a_log_in_that_keycloak_has_ended_is_told_as_refused() {
        world.keycloak.endSession(keycloakSession());
        write("/api/v1/top-ups", "{}");
        assertOutcome("top-up-request", 401, "login-required");
    }

    @Test
    void a_bearer_tokens_changes_are_told_as_well() {
        String sid = world.keycloak.newSession();
        String token = world.keycloak.sign(Map.of("typ", "Bearer", "sid", sid, "aud", "moorage-gateway"));
        world.browser()
                .post("/api/v1/top-ups", "{}", "X-Correlation-Id", correlation, "Authorization", "Bearer " + token);
        assertOutcome("top-up-request", 200, null);
        assertThat(text(told(), "session")).isEqualTo(sid);
    }

    @Test
    void who_nobody_knows_leaves_no_line() {
        Browser stranger = world.browser();
        stranger.post("/api/v1/top-ups", "{}", "X-Correlation-Id", correlation);
        stranger.post("/api/v1/top-ups", "{}", "X-Correlation-Id", correlation, "Authorization", "Bearer forged");
        write("/api/v1/top-ups", "{}");
        assertOutcome("top-up-request", 200, null);
    }

    @Test
    void logging_in_and_out_is_told() {
        String session = keycloakSession();
        browser.post("/logout", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(world.account.activities().stream()
                                .filter(each -> text(each, "session").equals(session))
                                .map(each -> text(each, "action") + " "
                                        + each.path("status").asInt()))
                        .containsExactly("log-in 200", "log-out 200"));
    }

    @Test
    void a_service_that_hangs_up_leaves_the_outcome_that_its_caller_was_told() {
        world.inventory.hangsUp = true;
        try {
            write("/api/v1/actions/0193/cancel", "");
        } finally {
            world.inventory.hangsUp = false;
        }
        assertOutcome("action-cancel", 504, "service-no-answer");
    }

    @Test
    void a_request_whose_gateway_died_is_told_without_an_outcome() {
        UUID id = UUID.randomUUID();
        world.database.change("""
                insert into activity (id, at, user_id, login, account, session, address, action, target, correlation, ended)
                values ('%s', '%s', 'user-1', 'camille', 'xx11111-mo', 'sid', '127.0.0.1', 'top-up-request', '', '%s', false)""".formatted(id, world.clock.instant(), correlation));
        browser.post("/api/v1/top-ups", "{}");
        await().atMost(SOON).until(() -> rows() == 1);

        world.clock.forward(Duration.ofSeconds(100));

        assertThat(told().path("status").isNull()).isTrue();
        await().atMost(SOON).until(() -> rows() == 0);
    }

    @Test
    void what_cannot_be_written_down_is_not_forwarded() {
        int before = world.inventory.asked().size();
        world.database.change("alter table activity rename to activity_away");
        try {
            assertThat(write("/api/v1/servers/10427/actions", "{}").statusCode())
                    .isEqualTo(503);
            assertThat(browser.get("/api/v1/servers").statusCode()).isEqualTo(200);
        } finally {
            world.database.change("alter table activity_away rename to activity");
        }
        assertThat(world.inventory.asked().stream().skip(before)).hasSize(1);
    }

    @Test
    void while_account_service_is_away_rows_wait_and_then_arrive_once_although_two_gateways_ship() {
        world.account.goAway();
        List<String> ids;
        try {
            ids = IntStream.range(0, 40)
                    .mapToObj(i -> {
                        Browser at = i % 2 == 0 ? browser : browser.at(world.second);
                        return at.post("/api/v1/top-ups", "{}")
                                .headers()
                                .firstValue("x-correlation-id")
                                .orElse("");
                    })
                    .toList();
            assertThat(rows()).isGreaterThanOrEqualTo(40);
        } finally {
            world.account.comeBack();
        }
        world.clock.forward(Duration.ofSeconds(10));
        await().atMost(SOON).until(() -> rows() == 0);
        for (String id : ids) assertThat(told(id)).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_has_the_same_rows_shipped_again_under_their_ids() {
        world.account.losesItsAnswer = true;
        write("/api/v1/top-ups", "{}");
        await().atMost(SOON).until(() -> !told(correlation).isEmpty());
        world.account.losesItsAnswer = false;
        world.clock.forward(Duration.ofSeconds(10));
        await().atMost(SOON).until(() -> rows() == 0);
        assertThat(told(correlation).stream().map(each -> text(each, "id")).distinct())
                .hasSize(1);
    }

    @Test
    void what_account_service_cannot_take_yet_comes_again_and_does_not_hold_up_the_rest() {
        write("/api/v1/top-ups", "{}");
        String id = text(told(), "id");
        await().atMost(SOON).until(() -> rows() == 0);
        world.account.waitsFor.add(id);
        world.database.change("""
                insert into activity (id, at, user_id, login, session, address, action, target, correlation, ended, status)
                values ('%s', '%s', 'user-1', 'camille', 'sid', '127.0.0.1', 'log-in', '', '%s', true, 200)""".formatted(id, world.clock.instant(), correlation));
        await().atMost(SOON).until(() -> told(correlation).size() == 2);
        write("/api/v1/top-ups", "{}");
        await().atMost(SOON).until(() -> told(correlation).size() == 3 && rows() == 1);

        world.account.waitsFor.clear();
        world.clock.forward(Duration.ofSeconds(30));

        await().atMost(SOON).until(() -> rows() == 0);
    }

    private HttpResponse<String> write(String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Correlation-Id";
        all[headers.length + 1] = correlation;
        return browser.post(path, body, all);
    }

    private static Answer created() {
        return new Answer(201, "application/json", "{}", Map.of("Location", "/api/v1/top-ups/0193"));
    }

    private void assertOutcome(String action, int status, @Nullable String code) {
        JsonNode told = told();
        assertThat(text(told, "action")).isEqualTo(action);
        assertThat(told.path("status").intValue()).isEqualTo(status);
        assertThat(told.path("code").stringValue(null)).isEqualTo(code);
        assertThat(told(correlation)).hasSize(1);
    }

    /** What this test's request was told as. */
    private JsonNode told() {
        await().atMost(SOON).until(() -> !told(correlation).isEmpty());
        return told(correlation).getFirst();
    }

    private List<JsonNode> told(String correlation) {
        return world.account.activities().stream()
                .filter(each -> text(each, "correlation").equals(correlation))
                .toList();
    }

    private static String text(JsonNode activity, String field) {
        return activity.path(field).stringValue("");
    }

    private int rows() {
        return Integer.parseInt(world.database.ask("select count(*) from activity"));
    }

    private String keycloakSession() {
        return world.database.ask("select keycloak_session from session order by created_at desc limit 1");
    }
}

package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubService.Asked;
import io.moorage.gateway.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteIT {
    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final World world = World.get();
    private final Browser browser = world.browser();

    @BeforeEach
    void logIn() {
        browser.logIn(world.keycloak, "");
    }

    @Test
    void each_path_goes_to_its_service() {
        assertThat(browser.get("/api/v1/me").body()).contains("identity");
        assertThat(browser.get("/api/v1/account").body()).contains("account");
        for (String path : List.of("balance", "statement", "top-ups", "top-ups/1", "top-up-methods")) {
            assertThat(browser.get("/api/v1/" + path).body()).contains("billing");
        }
    }

    @Test
    void what_says_who_is_calling_never_reaches_a_service() {
        browser.get(
                "/api/v1/me?account=xx11111-mo&x=a%20b%26c",
                "Moorage-Account",
                "xx11111-mo",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-User",
                "root",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6",
                "X-XSRF-TOKEN",
                "x",
                "Idempotency-Key",
                "key-1");
        Asked asked = world.identity.last();
        assertThat(asked.path()).isEqualTo("/api/v1/me?x=a%20b%26c");
        assertThat(asked.headers())
                .doesNotContainKeys("Cookie", "Moorage-Account", "X-XSRF-TOKEN", "Forwarded", "X-Real-IP")
                .allSatisfy((name, value) -> assertThat(name).doesNotStartWithIgnoringCase("x-forwarded"));
        assertThat(asked.header("Idempotency-Key")).isEqualTo("key-1");
    }

    @Test
    void cookies_of_services_never_reach_a_caller_and_our_headers_win() {
        HttpResponse<String> answer = browser.get("/api/v1/me");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("tracking"));
        assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void every_request_has_an_id_that_is_passed_on_and_told() {
        String id = "018f2b1e-0000-7000-8000-000000000001";
        HttpResponse<String> answer = browser.get("/api/v1/me", "X-Correlation-Id", id);
        assertThat(answer.headers().allValues("x-correlation-id")).containsExactly(id);
        assertThat(world.identity.last().header("X-Correlation-Id")).isEqualTo(id);

        String given = browser.get("/api/v1/me", "X-Correlation-Id", "not an id")
                .headers()
                .firstValue("x-correlation-id")
                .orElse("");
        assertThat(given).matches(UUID_TEXT);
        assertThat(world.identity.last().header("X-Correlation-Id")).isEqualTo(given);
    }

    @Test
    void without_a_log_in_nothing_is_forwarded() {
        int before = world.identity.asked().size();
        HttpResponse<String> answer = world.browser().get("/api/v1/me", "Accept-Language", "fr");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"title\":\"Veuillez vous connecter\"", "\"status\":401", "\"code\":\"login-required\"");
        assertThat(world.identity.asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/",
                "/api",
                "/api/v2/me",
                "/internal/grants",
                "/internal/parked",
                "/internal/verification",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator",
                "/v3/api-docs",
                "/api/v1/webhooks/sandbox"
            })
    void addresses_that_are_not_ours_are_not_found(String path) {
        HttpResponse<String> answer = browser.get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me/../../../internal/grants",
                "/api/v1/me/..%2f..%2f..%2finternal/grants",
                "/api/v1/me/%2e%2e/%2e%2e/internal",
                "/api/v1/me;x=1",
                "/api/v1//me",
                "/api/v1/me%00",
                "/api/v1/me?x=%zz",
                "/api/v1/me%",
                "/api/v1/me?x=<>\"",
                "/api/v1/me\\..\\x"
            })
    void malformed_addresses_are_answered_with_an_error_of_the_caller(String path) throws IOException {
        String answer = raw(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("at io.", "Exception");
    }

    @Test
    void headers_beyond_the_limit_and_unknown_methods_are_refused() throws IOException {
        String large = "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(17_000) + "\r\n\r\n";
        assertThat(raw(large)).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(raw("BREW /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("nonsense\r\n\r\n")).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    @Test
    void a_body_beyond_a_mebibyte_is_refused_announced_or_not() {
        assertThat(browser.post("/api/v1/top-ups", "x".repeat(1024 * 1024)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> announced = browser.post("/api/v1/top-ups", "x".repeat(1024 * 1024 + 1));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("\"code\":\"body-too-large\"");
        HttpResponse<String> chunked = chunked("/api/v1/top-ups", 1024 * 1024 + 1);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("\"code\":\"body-too-large\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_reads_the_answer_after_sending_all_of_a_body_too_large_is_told_why(boolean chunked) throws IOException {
        String body = "x".repeat(6 * 1024 * 1024);
        String head = "POST /api/v1/webhooks/sandbox HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        String sent = chunked
                ? head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n"
                : head + "Content-Length: " + body.length() + "\r\n\r\n" + body;

        assertThat(raw(sent)).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-large\"");
    }

    @Test
    void a_webhook_needs_no_log_in_and_may_bring_less() {
        world.billing.asked().clear();
        world.billing2.asked().clear();
        HttpResponse<String> answer =
                world.browser().post("/api/v1/webhooks/sandbox", "{}", "Sandbox-Signature", "t=1,v1=ab");
        assertThat(answer.statusCode()).isEqualTo(200);
        Asked asked = List.of(world.billing, world.billing2).stream()
                .filter(service -> !service.asked().isEmpty())
                .map(service -> service.last())
                .filter(request -> request.path().startsWith("/api/v1/webhooks"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.header("Sandbox-Signature")).isEqualTo("t=1,v1=ab");
        assertThat(asked.headers()).doesNotContainKey("Authorization");

        assertThat(world.browser()
                        .post("/api/v1/webhooks/sandbox", "x".repeat(64 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(chunked("/api/v1/webhooks/sandbox", 64 * 1024 + 1).statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_operators_report_goes_to_identity_without_a_token() {
        String path = "/api/v1/webhooks/operators/http-a/status";
        HttpResponse<String> answer =
                world.browser().post(path, "MessageStatus=delivered", "X-Twilio-Signature", "signed");
        assertThat(answer.body()).contains("identity");
        assertThat(world.identity.last().header("X-Twilio-Signature")).isEqualTo("signed");
        assertThat(world.identity.last().headers()).doesNotContainKey("Authorization");
        world.browser().post("/api/v1/webhooks/operators/http-b", "{}", "Authorization", "Bearer signed.by.them");
        assertThat(world.identity.last().header("Authorization")).isEqualTo("Bearer signed.by.them");
        assertThat(world.browser().post(path, "x".repeat(64 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void where_a_request_comes_from_is_told_by_the_gateway_and_not_by_the_client() {
        browser.get("/api/v1/me", "Moorage-Client-Address", "203.0.113.9");
        assertThat(world.identity.last().header("Moorage-Client-Address")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_service_that_is_away_is_said_to_be_so() {
        world.account.goAway();
        try {
            HttpResponse<String> answer = browser.get("/api/v1/account", "Accept-Language", "en");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"code\":\"service-unavailable\"")
                    .doesNotContain("127.0.0.1");
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        } finally {
            world.account.comeBack();
        }
    }

    @Test
    void a_connection_kept_alive_goes_on_after_answers_that_waited_for_the_database() {
        Browser dead = world.browser();
        for (int i = 0; i < 60; i++) {
            dead.cookies.put("MOORAGE_SESSION", "unknown-" + i);
            assertThat(dead.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(browser.get("/login").statusCode()).isEqualTo(302);
            assertThat(browser.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void readiness_is_told() {
        HttpResponse<String> answer = world.browser().get("/actuator/health/readiness");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    private HttpResponse<String> chunked(String path, int size) {
        byte[] body = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
        return browser.send(browser.request(path)
                .header("X-XSRF-TOKEN", browser.cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", world.first.getPort())) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] start = in.readNBytes(4096);
            return new String(start, StandardCharsets.UTF_8);
        }
    }
}

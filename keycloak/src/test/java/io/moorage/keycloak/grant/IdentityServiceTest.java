package io.moorage.keycloak.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityServiceTest {

    private static final String GRANTED = """
            {"account": "zz22222-mo", "permissions": ["billing:read"], "version": 4, "services": ["s1"], "own": false}""";

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<@Nullable String> bearer = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private int status = 200;
    private String answer = GRANTED;
    private int connectionsToDrop;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/grants", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        bearer.set(exchange.getRequestHeaders().getFirst("Authorization"));
        if (connectionsToDrop-- > 0) throw new IOException("connection dropped on purpose");
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static GrantRequest about(@Nullable String account) {
        return new GrantRequest(
                new GrantRequest.User("u1", "demo", "demo@hst-test.eu", "Camille", null, "fr"), account);
    }

    private Grant ask(@Nullable String account) throws Exception {
        return ask(url(), account);
    }

    private static Grant ask(String urls, @Nullable String account) throws Exception {
        try (IdentityService identity = new IdentityService(urls, "s3cret")) {
            return identity.ask(about(account));
        }
    }

    @Test
    void the_question_names_user_and_account_and_carries_the_secret() throws Exception {
        ask("zz22222-mo");

        assertThat(asked.get())
                .contains("\"id\":\"u1\"")
                .contains("\"login\":\"demo\"")
                .contains("\"language\":\"fr\"")
                .contains("\"account\":\"zz22222-mo\"");
        assertThat(bearer.get()).isEqualTo("Bearer s3cret");
    }

    @Test
    void what_is_not_known_is_sent_as_null() throws Exception {
        answer = """
                {"account": null, "permissions": [], "version": 0, "services": null, "own": true}""";

        ask(null);

        assertThat(asked.get()).contains("\"account\":null").contains("\"lastName\":null");
    }

    @Test
    void a_grant_is_read_whole_and_unknown_fields_are_ignored() throws Exception {
        answer = GRANTED.replace("{", "{\"later\": 1, ");

        assertThat(ask("zz22222-mo"))
                .isEqualTo(new Grant("zz22222-mo", List.of("billing:read"), 4, List.of("s1"), false));
    }

    @Test
    void a_refusal_is_told_apart_from_trouble() {
        status = 403;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(GrantRefused.class);
        status = 404;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(GrantRefused.class);
        status = 401;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(IdentityUnavailable.class);
        status = 500;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(IdentityUnavailable.class);
    }

    @Test
    void an_answer_about_another_account_is_no_answer() {
        assertThatThrownBy(() -> ask("yy33333-mo")).isInstanceOf(IdentityUnavailable.class);
        assertThatThrownBy(() -> ask(null)).isInstanceOf(IdentityUnavailable.class);
    }

    @Test
    void an_answer_without_permissions_or_without_sense_is_no_answer() {
        for (String nonsense : List.of("", "null", "[]", "{\"account\": \"zz22222-mo\"}", "<html>")) {
            answer = nonsense;
            assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(IdentityUnavailable.class);
        }
    }

    @Test
    void a_lost_connection_is_tried_once_more() throws Exception {
        connectionsToDrop = 1;

        assertThat(ask("zz22222-mo").account()).isEqualTo("zz22222-mo");
        assertThat(calls).hasValue(2);
    }

    @Test
    void an_instance_that_is_away_is_passed_over() throws Exception {
        String away = "http://127.0.0.1:" + unusedPort();

        assertThat(ask(away + ", " + url() + "/", "zz22222-mo").account()).isEqualTo("zz22222-mo");
        assertThatThrownBy(() -> ask(away, "zz22222-mo")).isInstanceOf(IdentityUnavailable.class);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

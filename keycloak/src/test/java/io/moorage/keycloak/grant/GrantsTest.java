package io.moorage.keycloak.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.keycloak.internal.InternalService;
import io.moorage.keycloak.internal.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final String GRANTED = """
            {"account": "zz22222-mo", "permissions": ["billing:read"], "delegation": "d1", "version": 4, "services": ["s1"], "own": false}""";

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;
    private String answer = GRANTED;

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
        asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Grant ask(@Nullable String account) throws GrantRefused, Unavailable {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        GrantRequest question = new GrantRequest(
                new GrantRequest.User("u1", "demo", "demo@hst-test.eu", "Camille", null, "fr"), account);
        try (Grants grants = new Grants(new InternalService("identity-service", url, "s3cret"))) {
            return grants.ask(question);
        }
    }

    @Test
    void the_question_names_user_and_account() throws Exception {
        ask("zz22222-mo");

        assertThat(asked.get())
                .contains("\"id\":\"u1\"")
                .contains("\"login\":\"demo\"")
                .contains("\"language\":\"fr\"")
                .contains("\"account\":\"zz22222-mo\"");
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
                .isEqualTo(new Grant(
                        "zz22222-mo", List.of("billing:read"), "d1", 4, List.of("s1"), null, false, false, null));
    }

    @Test
    void a_refusal_is_told_apart_from_trouble() {
        status = 403;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(GrantRefused.class);
        status = 404;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(GrantRefused.class);
        status = 401;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(Unavailable.class);
        status = 500;
        assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_answer_about_another_account_is_no_answer() {
        assertThatThrownBy(() -> ask("yy33333-mo")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> ask(null)).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_answer_without_permissions_or_without_sense_is_no_answer() {
        for (String nonsense : List.of("", "null", "[]", "{\"account\": \"zz22222-mo\"}", "<html>")) {
            answer = nonsense;
            assertThatThrownBy(() -> ask("zz22222-mo")).isInstanceOf(Unavailable.class);
        }
    }
}

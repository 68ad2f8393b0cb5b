package io.moorage.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InternalServiceTest {

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<@Nullable String> bearer = new AtomicReference<>();
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";
    private @Nullable String retryAfter;
    private int connectionsToDrop;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
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
        if (retryAfter != null) exchange.getResponseHeaders().set("Retry-After", retryAfter);
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static InternalService service(String urls) {
        return new InternalService("identity-service", urls, "s3cret");
    }

    private Answer ask() throws Unavailable {
        try (InternalService identity = service(url() + "/")) {
            return identity.ask("POST", "/internal/grants", Map.of("account", "zz22222-mo"));
        }
    }

    private Answer order() throws Unavailable {
        try (InternalService identity = service(url())) {
            return identity.order("/internal/second-factor/codes", Map.of());
        }
    }

    @Test
    void a_request_carries_its_body_and_the_secret() throws Exception {
        ask();

        assertThat(asked.get()).isEqualTo("{\"account\":\"zz22222-mo\"}");
        assertThat(bearer.get()).isEqualTo("Bearer s3cret");
    }

    @Test
    void a_refusal_comes_with_its_code_and_how_long_to_wait() throws Exception {
        status = 429;
        answer = "{\"code\": \"too-many-codes\"}";
        retryAfter = "30";

        Answer refusal = ask();

        assertThat(refusal.good()).isFalse();
        assertThat(refusal.problem()).isEqualTo("too-many-codes");
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_answer_without_sense_is_no_answer() throws Exception {
        for (String nonsense : List.of("", "null", "[]", "<html>")) {
            answer = nonsense;
            Answer got = ask();
            assertThatThrownBy(() -> got.read(Content.class)).isInstanceOf(Unavailable.class);
            assertThat(got.problem()).isEmpty();
        }
    }

    private record Content(String name) {}

    @Test
    void a_lost_connection_is_tried_once_more_where_that_does_no_harm() throws Exception {
        connectionsToDrop = 1;

        assertThat(ask().status()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void what_must_not_happen_twice_is_not_ordered_again_when_the_connection_is_lost() {
        connectionsToDrop = 1;

        assertThatThrownBy(this::order).isInstanceOf(Unavailable.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_instance_that_cannot_be_reached_is_passed_over() throws Exception {
        String away = "http://127.0.0.1:" + unusedPort();

        for (int i = 0; i < 2; i++)
            try (InternalService identity = service(away + ", " + url() + "/")) {
                assertThat(identity.order("/", Map.of()).status()).isEqualTo(200);
            }
        try (InternalService identity = service(away)) {
            assertThatThrownBy(() -> identity.order("/", Map.of())).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void without_an_address_keycloak_does_not_start() {
        assertThatThrownBy(() -> service(" , ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

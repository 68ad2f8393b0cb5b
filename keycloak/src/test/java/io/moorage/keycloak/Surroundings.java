package io.moorage.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.keycloak.util.JsonSerialization;

/** What Keycloak talks to: identity-service, whose answers a test chooses, and the gateway's log-out endpoint. */
final class Surroundings implements AutoCloseable {

    static final String SECRET = "internal-secret";
    static final String OWN = """
            {"account": "xx11111-mo", "permissions": ["billing:read", "billing:pay"], "version": 7, "services": null, "own": true}""";

    final Queue<JsonNode> questions = new ConcurrentLinkedQueue<>();
    final Queue<String> backChannelLogouts = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = OWN;

    Surroundings() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/grants", this::grant);
        server.createContext("/logout/connect/back-channel/keycloak", this::loggedOut);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status, String answer) {
        this.status = status;
        this.answer = answer;
    }

    private void grant(HttpExchange exchange) throws IOException {
        boolean known = ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        questions.add(JsonSerialization.mapper.readTree(exchange.getRequestBody()));
        reply(exchange, known ? status : 401, answer);
    }

    private void loggedOut(HttpExchange exchange) throws IOException {
        backChannelLogouts.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        reply(exchange, 200, "");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

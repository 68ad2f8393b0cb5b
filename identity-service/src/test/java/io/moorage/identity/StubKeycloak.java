package io.moorage.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Keycloak's interface for this service: answers what a test put there, and writes down what it is told to do. */
public final class StubKeycloak implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final List<String> ORDERS = new CopyOnWriteArrayList<>();
    private static volatile boolean away;
    private static final HttpServer SERVER = start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("moorage.keycloak-url=http://127.0.0.1:"
                        + SERVER.getAddress().getPort() + "/realms/moorage/moorage")
                .applyTo(context);
    }

    /** @param path below {@code /users/<id>}, as {@code /security} */
    public static void answers(String userId, String path, String json) {
        ANSWERS.put("/users/" + userId + path, json);
    }

    /** What it was told about a user, as {@code PUT /phone {"number":"…"}}. */
    public static List<String> orders(String userId) {
        String before = "/users/" + userId;
        return ORDERS.stream()
                .filter(order -> order.contains(before))
                .map(order -> order.replace(before, ""))
                .toList();
    }

    public static void isAway(boolean now) {
        away = now;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/realms/moorage/moorage", StubKeycloak::handle);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString().replace("/realms/moorage/moorage", "");
        String method = exchange.getRequestMethod();
        String secret = exchange.getRequestHeaders().getFirst("Authorization");
        if (away) answer(exchange, 503, "");
        else if (!("Bearer " + RealParts.INTERNAL_SECRET).equals(secret)) answer(exchange, 401, "");
        else if (method.equals("GET") && ANSWERS.containsKey(path)) answer(exchange, 200, ANSWERS.get(path));
        else if (method.equals("GET") || path.endsWith("/unknown")) answer(exchange, 404, "");
        else {
            ORDERS.add((method + " " + path + " " + body).strip());
            answer(exchange, 204, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package io.moorage.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What identity-service answers about users, from one of two instances: the other one is always away. */
public final class StubIdentity implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String USERS = "/internal/users/";
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    /** From now on it can say who this is. */
    public static void knows(String userId) {
        knows(userId, "camille@example.eu");
    }

    public static void knows(String userId, String email) {
        KNOWN.put(userId, """
                {"id": "%s", "login": "camille", "email": "%s", "firstName": "Camille", "lastName": "Durand", "language": "fr"}""".formatted(userId, email));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("moorage.identity-url=http://127.0.0.1:"
                        + SERVER.getAddress().getPort() + ", http://127.0.0.1:" + portOfNobody())
                .applyTo(context);
    }

    private static int portOfNobody() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(USERS, StubIdentity::tell);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String secret = exchange.getRequestHeaders().getFirst("Authorization");
        String user = KNOWN.get(exchange.getRequestURI().getPath().substring(USERS.length()));
        if (!("Bearer " + RealParts.INTERNAL_SECRET).equals(secret)) answer(exchange, 401, "{}");
        else if (user == null) answer(exchange, 503, "{}");
        else answer(exchange, 200, user);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}

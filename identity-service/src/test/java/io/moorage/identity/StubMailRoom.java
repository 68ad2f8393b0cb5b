package io.moorage.identity;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moorage.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** account-service's mail room: keeps what is handed over, for the whole test run. */
public final class StubMailRoom implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final List<String> MAILS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TURNED_AWAY = new AtomicInteger();
    private static volatile boolean away;
    private static final HttpServer SERVER = start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("moorage.account-url=http://127.0.0.1:"
                        + SERVER.getAddress().getPort())
                .applyTo(context);
    }

    /** What was handed over for an address, as JSON, oldest first. */
    public static List<String> mails(String to) {
        return MAILS.stream()
                .filter(mail -> JsonPath.read(mail, "$.to").equals(to))
                .toList();
    }

    public static void isAway(boolean now) {
        away = now;
    }

    /** How many mails it couldn't take. */
    public static int turnedAway() {
        return TURNED_AWAY.get();
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/mails/", StubMailRoom::handle);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String secret = exchange.getRequestHeaders().getFirst("Authorization");
        if (away) {
            TURNED_AWAY.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
        } else if (!("Bearer " + RealParts.INTERNAL_SECRET).equals(secret)) exchange.sendResponseHeaders(401, -1);
        else {
            MAILS.add(body);
            exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }
}

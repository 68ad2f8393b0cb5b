package io.moorage.billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox's API in its documented shape, and its webhooks signed independently of the code under test. */
public final class StubSandbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String API_KEY = "key-of-the-tests";
    public static final String SIGNING_KEY = "signing-key-of-the-tests";
    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();
    private static volatile boolean away;
    private static final HttpServer SERVER = start();

    public static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** While away, the sandbox answers every request with 503. */
    public static void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "moorage.public-url=http://localhost:8080",
                        "moorage.sandbox.url=" + url(),
                        "moorage.sandbox.api-key=" + API_KEY,
                        "moorage.sandbox.signing-key=" + SIGNING_KEY)
                .applyTo(context);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/checkouts", StubSandbox::open);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void open(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (away) answer(exchange, 503, "{}");
        else if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            answer(exchange, 401, "{}");
        else {
            String reference = body.replaceFirst("(?s).*\"reference\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            String page = PAGES.computeIfAbsent(reference, known -> url() + "/pay/chk_" + PAGES.size());
            answer(exchange, 201, "{\"id\":\"chk\",\"url\":\"" + page + "\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    public static String paid(String topUpId, String reference, String amount, String currency) {
        return """
                {"id":"evt_1","type":"payment.paid","createdAt":"2026-11-20T10:00:00Z","checkout":"chk_1","reference":"%s",\
                "payment":{"reference":"%s","amount":{"amount":"%s","currency":"%s"},"paidAt":"2026-11-20T10:00:00Z"}}""".formatted(topUpId, reference, amount, currency);
    }

    public static String failed(String topUpId) {
        return """
                {"id":"evt_2","type":"payment.failed","createdAt":"2026-11-20T10:00:00Z","checkout":"chk_1","reference":"%s"}""".formatted(topUpId);
    }

    public static String sign(String body, Instant at, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

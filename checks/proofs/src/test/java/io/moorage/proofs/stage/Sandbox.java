package io.moorage.proofs.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The sandbox payment provider in its documented shape: opens pages, and signs what it reports. */
public final class Sandbox implements AutoCloseable {
    static final String API_KEY = "key-of-the-proofs";
    static final String SIGNING_KEY = "signing-key-of-the-proofs";
    private final HttpServer server;

    Sandbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/checkouts", this::open);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void open(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String reference = body.replaceFirst("(?s).*\"reference\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        byte[] answer = "{\"id\":\"chk_%1$s\",\"url\":\"%2$s/pay/chk_%1$s\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}"
                .formatted(reference, url())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    /** The body of a report that a top-up was paid. */
    public static String paid(String topUpId, String reference, String amount) {
        return """
                {"id":"evt_%2$s","type":"payment.paid","createdAt":"2026-11-20T10:00:00Z","checkout":"chk_%1$s","reference":"%1$s",\
                "payment":{"reference":"%2$s","amount":{"amount":"%3$s","currency":"EUR"},"paidAt":"2026-11-20T10:00:00Z"}}""".formatted(topUpId, reference, amount);
    }

    /** The header {@code Sandbox-Signature} of a report that is sent now. */
    public static String sign(String body) {
        try {
            long now = Instant.now().getEpochSecond();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.moorage.simulators;

import com.sun.net.httpserver.HttpServer;
import io.moorage.simulators.machine.Pace;
import io.moorage.simulators.phone.PhoneSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulators with a merchant before them, as the platform would see them. */
final class Running implements AutoCloseable {
    static final String API_KEY = "the-api-key";
    static final String SIGNING_KEY = "the-signing-key";
    static final String MACHINES_KEY = "the-machines-key";
    static final String PHONE_KEY = "the-phone-key";
    static final String PHONE_SECRET = "the-phone-secret-of-32-characters";
    private static final JsonMapper JSON = new JsonMapper();

    final BlockingQueue<Webhook> webhooks = new LinkedBlockingQueue<>();
    final AtomicInteger merchantAnswers = new AtomicInteger(204);
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final HttpServer merchant;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Settings settings;
    private Simulators simulators;

    record Webhook(String signature, String body, int answered) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Running(Path folder) throws IOException {
        merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        merchant.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = merchantAnswers.get();
            webhooks.add(new Webhook(exchange.getRequestHeaders().getFirst("Sandbox-Signature"), body, answer));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        merchant.start();
        URI webhook = URI.create("http://127.0.0.1:" + merchant.getAddress().getPort() + "/webhook");
        settings = new Settings(
                "127.0.0.1",
                0,
                0,
                folder,
                "http://sandbox",
                API_KEY,
                SIGNING_KEY,
                webhook,
                MACHINES_KEY,
                Pace.of("10"),
                new PhoneSettings(
                        "127.0.0.1", 0, 0, PHONE_KEY, PHONE_SECRET, PHONE_KEY, PHONE_SECRET, "moorage", "password"));
        simulators = start();
    }

    private Simulators start() {
        Simulators started = new Simulators(settings, clock, List.of(Duration.ofMillis(20)));
        started.start();
        return started;
    }

    void restart() {
        simulators.close();
        simulators = start();
    }

    int smtpPort() {
        return simulators.smtpPort();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).PUT(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> open(String body) throws IOException, InterruptedException {
        return post("/v1/checkouts", body, "Authorization", "Bearer " + API_KEY);
    }

    /** The id of a fresh checkout over 50 EUR. */
    String checkout(String reference) throws IOException, InterruptedException {
        return json(open(order(reference)).body()).get("id").asString();
    }

    static String order(String reference) {
        return JSON.writeValueAsString(Map.of(
                "reference", reference,
                "amount", Map.of("amount", "50.00", "currency", "EUR"),
                "description", "Top-up",
                "language", "en",
                "returnUrl", "http://localhost:8080/balance?top-up=1"));
    }

    HttpResponse<String> press(String checkout, String button) throws IOException, InterruptedException {
        return post("/pay/" + checkout, "action=" + button);
    }

    Webhook webhook() throws InterruptedException {
        Webhook webhook = webhooks.poll(10, TimeUnit.SECONDS);
        if (webhook == null) {
            throw new AssertionError("no webhook came");
        }
        return webhook;
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** Waits until the simulator has written down that the merchant took all webhooks of a checkout. */
    void awaitTaken(String checkout) throws IOException {
        Path file = settings.dataFolder().resolve("checkouts").resolve(checkout + ".json");
        JsonNode stored = json(Files.readString(file));
        while (stored.get("delivered").size() < stored.get("events").size()) {
            Thread.onSpinWait();
            stored = json(Files.readString(file));
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + simulators.port() + path);
    }

    @Override
    public void close() {
        simulators.close();
        merchant.stop(0);
        client.close();
    }
}

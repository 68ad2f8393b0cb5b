package io.moorage.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.util.JsonSerialization;

/** What Keycloak talks to: identity-service and the mail room, whose answers a test chooses, and the gateway's log-out. */
final class Surroundings implements AutoCloseable {

    static final String SECRET = "internal-secret";
    static final String OWN = """
            {"account": "xx11111-mo", "permissions": ["billing:read", "billing:pay"], "version": 7, "services": null, "own": true}""";

    final Queue<JsonNode> questions = new ConcurrentLinkedQueue<>();
    final Queue<String> backChannelLogouts = new ConcurrentLinkedQueue<>();
    final BlockingQueue<JsonNode> mails = new LinkedBlockingQueue<>();
    final BlockingQueue<JsonNode> securityChanges = new LinkedBlockingQueue<>();
    final BlockingQueue<JsonNode> endedSessions = new LinkedBlockingQueue<>();
    final BlockingQueue<JsonNode> factsNotTaken = new LinkedBlockingQueue<>();
    final StubCodes codes = new StubCodes();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = OWN;
    private final AtomicInteger mailsNotTaken = new AtomicInteger();
    private volatile boolean away;
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();

    Surroundings() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/grants", this::grant);
        server.createContext("/internal/api-token-grants", this::grant);
        server.createContext("/internal/second-factor/", this::code);
        server.createContext("/internal/users/", this::securityChange);
        server.createContext("/internal/sessions/ended", this::sessionEnded);
        server.createContext("/internal/mails/", this::mail);
        server.createContext("/logout/connect/back-channel/keycloak", this::loggedOut);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    /** As a test finds them: everybody answers, and nothing has happened. */
    void reset() {
        answers(200, OWN);
        takesNoMails(0);
        isAwayForFacts(false);
        troubles.clear();
        codes.reset();
        questions.clear();
        backChannelLogouts.clear();
        mails.clear();
        securityChanges.clear();
        endedSessions.clear();
        factsNotTaken.clear();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status, String answer) {
        this.status = status;
        this.answer = answer;
    }

    private static boolean known(HttpExchange exchange) {
        return ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return JsonSerialization.mapper.readTree(exchange.getRequestBody());
    }

    private void grant(HttpExchange exchange) throws IOException {
        questions.add(body(exchange));
        reply(exchange, known(exchange) ? status : 401, answer);
    }

    private void code(HttpExchange exchange) throws IOException {
        StubCodes.Reply reply = codes.answer(exchange.getRequestURI().getPath(), body(exchange));
        if (reply.status() != 200) exchange.getResponseHeaders().set("Retry-After", "120");
        reply(exchange, known(exchange) ? reply.status() : 401, JsonSerialization.writeValueAsString(reply.body()));
    }

    /** Whether identity-service hangs up on whoever brings a fact. */
    void isAwayForFacts(boolean now) {
        away = now;
    }

    /** How identity-service answers a fact of that user; as usual with 204. */
    void answersFactsOf(String userId, int status) {
        troubles.put(userId, status);
    }

    private void securityChange(HttpExchange exchange) throws IOException {
        String userId = exchange.getRequestURI().getPath().split("/")[3];
        ObjectNode change = (ObjectNode) body(exchange);
        change.put("userId", userId);
        fact(exchange, change, securityChanges, troubles.getOrDefault(userId, 204));
    }

    private void sessionEnded(HttpExchange exchange) throws IOException {
        fact(exchange, body(exchange), endedSessions, 204);
    }

    private void fact(HttpExchange exchange, JsonNode fact, Queue<JsonNode> taken, int usual) throws IOException {
        if (away) {
            exchange.close();
            return;
        }
        int status = known(exchange) ? usual : 401;
        (status == 204 ? taken : factsNotTaken).add(fact);
        reply(exchange, status, "");
    }

    /** The next change of a factor that is told, changes of others left out. */
    String securityChange(String factor) throws InterruptedException {
        for (JsonNode next; (next = securityChanges.poll(10, TimeUnit.SECONDS)) != null; )
            if (next.path("factor").asText().equals(factor))
                return next.path("change").asText();
        return "none";
    }

    /** The mail room is away for the next so many tries. */
    void takesNoMails(int times) {
        mailsNotTaken.set(times);
    }

    private void mail(HttpExchange exchange) throws IOException {
        JsonNode mail = body(exchange);
        boolean taken =
                known(exchange) && exchange.getRequestMethod().equals("PUT") && mailsNotTaken.getAndDecrement() <= 0;
        if (taken) mails.add(mail);
        reply(exchange, taken ? 204 : 503, "");
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

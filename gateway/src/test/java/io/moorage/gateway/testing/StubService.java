package io.moorage.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that remembers what it was asked, and answers with its name. */
public final class StubService extends StubServer {
    public static final String INTERNAL_SECRET = "internal-secret";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Answer AS_USUAL = new Answer(200, "application/json", "", Map.of());

    private final String name;
    private final List<JsonNode> activities = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Answer> nextAnswers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String documentation = "{}";

    /** What it answers when it is asked whether it is ready. */
    public volatile int readiness = 200;

    /** Whether it takes requests in and then hangs up without an answer. */
    public volatile boolean hangsUp;

    /** Whether it takes activities and hangs up without saying so. */
    public volatile boolean losesItsAnswer;

    /** Ids of activities that it says it can't take yet. */
    public final Set<String> waitsFor = ConcurrentHashMap.newKeySet();

    public StubService(String name) {
        this.name = name;
    }

    public void documents(String openApi) {
        documentation = openApi;
    }

    /** From now on this path is answered so. */
    public void answers(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** The next request for this path is answered so. */
    public void answersOnce(String path, Answer answer) {
        nextAnswers.put(path, answer);
    }

    /** Every activity that was shipped here, as often as it was. */
    public List<JsonNode> activities() {
        return activities;
    }

    public List<Asked> asked() {
        return asked;
    }

    public Asked last() {
        return asked.getLast();
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/v3/api-docs")) {
            send(exchange, 200, "application/json", documentation);
            return;
        }
        if (path.equals("/actuator/health/readiness")) {
            send(exchange, readiness, "application/json", "{}");
            return;
        }
        byte[] body;
        try {
            body = exchange.getRequestBody().readAllBytes();
        } catch (IOException cutOff) {
            return;
        }
        if (path.equals("/internal/activities")) {
            take(exchange, body);
            return;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((header, values) -> headers.put(header, String.join(",", values)));
        asked.add(new Asked(exchange.getRequestMethod(), path, headers, new String(body, StandardCharsets.UTF_8)));
        if (hangsUp) return;
        exchange.getResponseHeaders().add("Set-Cookie", "tracking=1");
        exchange.getResponseHeaders().add("X-Content-Type-Options", "sniff-away");
        Answer next = nextAnswers.remove(path);
        Answer answer = next != null ? next : answers.getOrDefault(path, AS_USUAL);
        answer.headers.forEach(exchange.getResponseHeaders()::add);
        String text = answer.body.isEmpty() ? "{\"service\":\"" + name + "\"}" : answer.body;
        send(exchange, answer.status, answer.type, text);
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        boolean known = ("Bearer " + INTERNAL_SECRET)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (known) JSON.readTree(body).path("activities").forEach(activities::add);
        if (losesItsAnswer) return;
        String waiting = waitsFor.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        send(exchange, known ? 200 : 401, "application/json", "{\"waiting\":[" + waiting + "]}");
    }

    public record Answer(int status, String type, String body, Map<String, String> headers) {}

    /** A request as it arrived. */
    public record Asked(String method, String path, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}

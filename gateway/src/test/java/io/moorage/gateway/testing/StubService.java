package io.moorage.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that remembers what it was asked, and answers with its name. */
public final class StubService extends StubServer {
    private final String name;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile String documentation = "{}";

    public StubService(String name) {
        this.name = name;
    }

    public void documents(String openApi) {
        documentation = openApi;
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
        byte[] body;
        try {
            body = exchange.getRequestBody().readAllBytes();
        } catch (IOException cutOff) {
            return;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((header, values) -> headers.put(header, String.join(",", values)));
        asked.add(new Asked(exchange.getRequestMethod(), path, headers, new String(body, StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().add("Set-Cookie", "tracking=1");
        exchange.getResponseHeaders().add("X-Content-Type-Options", "sniff-away");
        send(exchange, 200, "application/json", "{\"service\":\"" + name + "\"}");
    }

    /** A request as it arrived. */
    public record Asked(String method, String path, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}

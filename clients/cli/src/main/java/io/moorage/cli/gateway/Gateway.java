package io.moorage.cli.gateway;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.session.AccessTokens;
import io.moorage.cli.session.Http;
import io.moorage.cli.terminal.Terminal;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API, asked for one account. Every answer that isn't a success ends the command. */
public final class Gateway {
    private final Target target;
    private final Http http;
    private final AccessTokens tokens;
    private final JsonMapper json;
    private final Texts texts;
    private final Terminal terminal;

    /**
     * @param url the gateway's address
     * @param account the account to act for; null for the user's own
     * @param verbose whether each request is told about
     */
    public record Target(String url, @Nullable String account, boolean verbose) {}

    public Gateway(Target target, Http http, AccessTokens tokens, JsonMapper json, Texts texts, Terminal terminal) {
        this.target = target;
        this.http = http;
        this.tokens = tokens;
        this.json = json;
        this.texts = texts;
        this.terminal = terminal;
    }

    public JsonNode get(String path, Map<String, String> query) {
        return read(send("GET", path + Query.of(query), null, "application/json"));
    }

    public JsonNode get(String path) {
        return get(path, Map.of());
    }

    public JsonNode put(String path, JsonNode body) {
        return read(send("PUT", path, body, "application/json"));
    }

    public JsonNode post(String path, JsonNode body) {
        return read(send("POST", path, body, "application/json"));
    }

    public void delete(String path, Map<String, String> query) {
        read(send("DELETE", path + Query.of(query), null, "application/json"));
    }

    /** A file, as it comes; the caller closes it. */
    public InputStream download(String path, Map<String, String> query, String type) {
        return send("GET", path + Query.of(query), null, type).body();
    }

    private Http.Answer send(String method, String path, @Nullable JsonNode body, String accept) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", accept + ", application/problem+json");
        headers.put("Accept-Language", texts.language());
        if (target.account() != null) headers.put("Moorage-Account", target.account());
        if (body != null) headers.put("Content-Type", "application/json");
        // The same for every repetition of this write: it takes effect once.
        if (!method.equals("GET"))
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        byte[] bytes = body == null ? null : json.writeValueAsBytes(body);
        return accepted(new Http.Request(method, target.url() + "/api/v1" + path, headers, bytes));
    }

    private Http.Answer accepted(Http.Request request) {
        String token = tokens.current();
        Http.Answer answer = answer(request, token);
        if (answer.status() == 401) answer = answer(request, tokens.renewed(token));
        if (answer.status() / 100 == 2) return answer;
        if (answer.status() == 401) throw new CommandFailed(ExitCode.NOT_LOGGED_IN, texts.of("login-ended"));
        throw new Problem(texts, answer.status(), problem(answer)).asFailure();
    }

    /** Asks again once if the connection was lost: reads change nothing, and writes carry their key. */
    private Http.Answer answer(Http.Request request, String token) {
        request.headers().put("Authorization", "Bearer " + token);
        try {
            return once(request);
        } catch (IOException lost) {
            try {
                return once(request);
            } catch (IOException away) {
                throw http.notReachable(target.url());
            }
        }
    }

    private Http.Answer once(Http.Request request) throws IOException {
        long started = System.nanoTime();
        Http.Answer answer = http.send(request);
        if (target.verbose()) {
            long took = (System.nanoTime() - started) / 1_000_000;
            terminal.tell("%s %s → %d · %d ms · correlation %s"
                    .formatted(request.method(), request.url(), answer.status(), took, answer.correlation()));
        }
        return answer;
    }

    private JsonNode read(Http.Answer answer) {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes);
        } catch (IOException lost) {
            throw http.notReachable(target.url());
        } catch (JacksonException otherwise) {
            throw new CommandFailed(ExitCode.NOT_REACHABLE, texts.of("not-a-gateway", target.url()));
        }
    }

    private JsonNode problem(Http.Answer answer) {
        try (InputStream body = answer.body()) {
            return json.readTree(body.readNBytes(100_000));
        } catch (IOException | JacksonException otherwise) {
            return json.createObjectNode();
        }
    }
}

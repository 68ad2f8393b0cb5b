package io.moorage.cli.session;

import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests over the JDK's plain connections. Its newer client takes four times as long for the first request, and a command
 * makes one or two. No redirects are followed: a token would go along.
 */
public final class Http {
    private static final int CONNECT_MILLIS = 5_000;

    /** Longer than the gateway waits for a service, so that its own answer about that is seen. */
    private static final int ANSWER_MILLIS = 40_000;

    static {
        // We repeat by ourselves, and know when that is harmless.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final JsonMapper json;
    private final Texts texts;

    public Http(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    public record Request(String method, String url, Map<String, String> headers, byte @Nullable [] body) {}

    /** @param body to be closed by whoever reads it */
    public record Answer(int status, String correlation, InputStream body) {}

    public Answer send(Request request) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(request.url()).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(request.method());
        request.headers().forEach(connection::setRequestProperty);
        write(connection, request.body());
        int status = connection.getResponseCode();
        if (status < 0) throw new IOException("That was no HTTP");
        InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        String correlation = connection.getHeaderField("X-Correlation-Id");
        return new Answer(
                status, correlation == null ? "-" : correlation, body == null ? InputStream.nullInputStream() : body);
    }

    private static void write(HttpURLConnection connection, byte @Nullable [] body) throws IOException {
        if (body == null) return;
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    /** A form sent to Keycloak, and its answer, which is JSON for refusals too. */
    Reply post(String url, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        return reply(new Request("POST", url, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    Reply get(String url) throws IOException {
        return reply(new Request("GET", url, Map.of("Accept", "application/json"), null));
    }

    private Reply reply(Request request) throws IOException {
        Answer answer = send(request);
        try (InputStream body = answer.body()) {
            return new Reply(answer.status(), json.readTree(body.readAllBytes()));
        } catch (JacksonException other) {
            return new Reply(answer.status(), json.createObjectNode());
        }
    }

    record Reply(int status, JsonNode body) {
        String error() {
            return body.path("error").asString("");
        }
    }

    public CommandFailed notReachable(String url) {
        return new CommandFailed(ExitCode.NOT_REACHABLE, texts.of("not-reachable", url));
    }
}

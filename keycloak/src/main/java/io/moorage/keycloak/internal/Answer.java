package io.moorage.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** What a service answered. */
public final class Answer {

    private static final Duration SOME_TIME = Duration.ofMinutes(1);

    private final String service;
    private final HttpResponse<byte[]> response;

    Answer(String service, HttpResponse<byte[]> response) {
        this.service = service;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public boolean good() {
        return status() / 100 == 2;
    }

    /** Whether asking again would be answered the same. */
    public boolean refused() {
        return status() == 400 || status() == 422;
    }

    public <T> T read(Class<T> type) throws Unavailable {
        try {
            @Nullable T content = JsonSerialization.readValue(response.body(), type);
            if (content != null) return content;
        } catch (IOException e) {
            throw new Unavailable(service + " answered something unreadable", e);
        }
        throw new Unavailable(service + " answered nothing");
    }

    /** The stable code of a problem; empty where the answer names none. */
    public String problem() {
        try {
            JsonNode body = JsonSerialization.mapper.readTree(response.body());
            return body == null ? "" : body.path("code").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    /** How long the service asks us to wait. */
    public Duration retryAfter() {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.strip())))
                    .orElse(SOME_TIME);
        } catch (NumberFormatException e) {
            return SOME_TIME;
        }
    }

    /** For a status that nothing was agreed about. */
    public Unavailable unexpected() {
        return new Unavailable(service + " answered " + status());
    }
}

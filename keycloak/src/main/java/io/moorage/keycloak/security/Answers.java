package io.moorage.keycloak.security;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** JSON for what was asked, problem+json for what can't be. */
final class Answers {

    private static final String PROBLEM = "application/problem+json";

    private Answers() {}

    static Response ok(Object content) {
        return Response.ok(json(content), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** @param code stable, for programs */
    static WebApplicationException refusal(int status, String code) {
        return new WebApplicationException(Response.status(status)
                .type(PROBLEM)
                .entity(json(Map.of("status", status, "code", code)))
                .build());
    }

    private static String json(Object content) {
        try {
            return JsonSerialization.writeValueAsString(content);
        } catch (IOException e) {
            throw new IllegalStateException("What is ours can always be written", e);
        }
    }
}

package io.moorage.cli.session;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log-in at one gateway: the tokens, and where they are renewed and the log-in is ended.
 *
 * @param accessEnds when the access token ends
 */
public record Credentials(
        String tokenEndpoint, String endSessionEndpoint, String accessToken, Instant accessEnds, String refreshToken) {

    static Credentials read(JsonNode entry) {
        return new Credentials(
                entry.path("token_endpoint").asString(""),
                entry.path("end_session_endpoint").asString(""),
                entry.path("access_token").asString(""),
                Instant.ofEpochSecond(entry.path("access_token_ends_at").asLong(0)),
                entry.path("refresh_token").asString(""));
    }

    void write(ObjectNode entry) {
        entry.put("token_endpoint", tokenEndpoint)
                .put("end_session_endpoint", endSessionEndpoint)
                .put("access_token", accessToken)
                .put("access_token_ends_at", accessEnds.getEpochSecond())
                .put("refresh_token", refreshToken);
    }

    /** What a token endpoint answered; times count from when it was asked. */
    static Credentials granted(String tokenEndpoint, String endSessionEndpoint, JsonNode answer, Instant asked) {
        return new Credentials(
                tokenEndpoint,
                endSessionEndpoint,
                answer.path("access_token").asString(""),
                asked.plusSeconds(answer.path("expires_in").asLong(0)),
                answer.path("refresh_token").asString(""));
    }

    /** An API token, which nobody renews. */
    public static Credentials ofApiToken(String token) {
        return new Credentials("", "", token, Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000), "");
    }

    boolean isApiToken() {
        return refreshToken.isEmpty() && tokenEndpoint.isEmpty();
    }

    @Override
    public String toString() {
        return "Credentials of " + tokenEndpoint; // never the tokens
    }
}

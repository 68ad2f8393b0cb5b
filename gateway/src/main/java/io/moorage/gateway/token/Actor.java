package io.moorage.gateway.token;

import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who acts.
 *
 * @param user Keycloak's id of the user
 * @param login the name they log in with; empty where it isn't known
 * @param session the log-in's id at Keycloak; empty where a token has none
 */
public record Actor(String user, String login, String session) {

    /** Whom a token names that was checked. */
    public static Actor of(Jwt token) {
        return new Actor(
                Objects.requireNonNullElse(token.getSubject(), ""),
                Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), ""),
                Objects.requireNonNullElse(token.getClaimAsString("sid"), ""));
    }
}

package io.moorage.gateway.token;

import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who acts.
 *
 * @param user Keycloak's id of the user
 * @param login the name they log in with; empty where it isn't known
 * @param session the log-in's id at Keycloak; empty where a token has none
 * @param capacity {@code staff} where they act for a customer as the provider's staff; otherwise empty
 */
public record Actor(String user, String login, String session, String capacity) {

    /** Who acts for themselves, or by a delegation. */
    public Actor(String user, String login, String session) {
        this(user, login, session, "");
    }

    /** Whom a token names that was checked. */
    public static Actor of(Jwt token) {
        return new Actor(
                Objects.requireNonNullElse(token.getSubject(), ""),
                Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), ""),
                Objects.requireNonNullElse(token.getClaimAsString("sid"), ""));
    }
}

package io.moorage.gateway.session;

import io.moorage.gateway.GatewaySettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/** The two cookies of a session: the secret one, and the one that scripts of our own pages echo with changes. */
@Component
public class SessionCookies {
    static final String SESSION = "MOORAGE_SESSION";
    static final String CONFIRMATION = "XSRF-TOKEN";

    private final Seal seal;
    private final boolean secure;

    SessionCookies(Seal seal, GatewaySettings settings) {
        this.seal = seal;
        this.secure = settings.https();
    }

    /** The session's cookie, where the request stands on it: with credentials of its own the cookie doesn't count. */
    public static @Nullable String presented(ServerHttpRequest request) {
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) return null;
        HttpCookie cookie = request.getCookies().getFirst(SESSION);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    public void give(ServerHttpResponse response, String session) {
        response.addCookie(cookie(SESSION, session, true).build());
        giveConfirmation(response, session);
    }

    void giveConfirmation(ServerHttpResponse response, String session) {
        response.addCookie(cookie(CONFIRMATION, confirmation(session), false).build());
    }

    public void take(ServerHttpResponse response) {
        response.addCookie(cookie(SESSION, "", true).maxAge(Duration.ZERO).build());
        response.addCookie(cookie(CONFIRMATION, "", false).maxAge(Duration.ZERO).build());
    }

    /** Bound to the session: a confirmation planted from elsewhere doesn't fit. */
    String confirmation(String session) {
        return seal.sign("confirmation/" + session);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, boolean httpOnly) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(httpOnly)
                .secure(secure)
                .sameSite("Lax");
    }
}

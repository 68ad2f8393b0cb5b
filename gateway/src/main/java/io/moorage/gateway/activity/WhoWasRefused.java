package io.moorage.gateway.activity;

import io.moorage.gateway.session.SessionCookies;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.Actor;
import io.moorage.gateway.token.TokenChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out who made a request that was refused before there was an account-scoped token to tell. */
@Component
class WhoWasRefused {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ReactiveJwtDecoder tokens;

    WhoWasRefused(Sessions sessions, TokenChecks checks) {
        this.sessions = sessions;
        this.tokens = checks.accessTokens();
    }

    /** Empty where nobody is known: an ended session, a forged token. */
    Mono<Actor> of(ServerHttpRequest request) {
        String cookie = SessionCookies.presented(request);
        if (cookie != null) {
            return sessions.find(cookie)
                    .map(session -> new Actor(session.user(), session.login(), session.keycloakSession()));
        }
        String bearer = bearer(request);
        return bearer == null
                ? Mono.empty()
                : Mono.defer(() -> tokens.decode(bearer))
                        .map(Actor::of)
                        .onErrorResume(JwtException.class, forged -> Mono.empty());
    }

    private static @Nullable String bearer(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }
}

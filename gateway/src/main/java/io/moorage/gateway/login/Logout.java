package io.moorage.gateway.login;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.activity.ActivityLog;
import io.moorage.gateway.problem.Language;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.session.SessionCookies;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.Actor;
import io.moorage.gateway.token.Endpoints;
import io.moorage.gateway.token.TokenChecks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Logging out: asked for by the portal, or announced by Keycloak when the log-in ended elsewhere. */
@RestController
class Logout {
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final ActivityLog activities;
    private final Endpoints endpoints;
    private final ReactiveJwtDecoder logoutTokens;
    private final String home;

    Logout(
            Sessions sessions,
            SessionCookies cookies,
            ActivityLog activities,
            Endpoints endpoints,
            TokenChecks checks,
            GatewaySettings settings) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.activities = activities;
        this.endpoints = endpoints;
        this.logoutTokens = checks.logoutTokens();
        this.home = settings.publicBase() + "/";
    }

    /**
     * Ends the session and the log-in behind it. The answer says where to go: home, or, where Keycloak knows nothing of
     * this log-in's tokens, to its page that ends whatever the browser has there.
     */
    @PostMapping("/logout")
    Mono<Map<String, String>> logout(ServerWebExchange exchange) {
        String session = SessionCookies.presented(exchange.getRequest());
        cookies.take(exchange.getResponse());
        if (session == null) return Mono.just(Map.of("location", home));
        Language language = Language.of(exchange.getRequest());
        return sessions.find(session)
                .flatMap(found ->
                        activities.loggedOut(exchange, new Actor(found.user(), found.login(), found.keycloakSession())))
                .then(sessions.end(session))
                .map(idToken -> endSession(idToken, language))
                .defaultIfEmpty(home)
                .map(location -> Map.of("location", location));
    }

    /** OpenID Connect back-channel log-out. */
    @PostMapping("/logout/connect/back-channel/" + Provider.REGISTRATION)
    Mono<ResponseEntity<Void>> announced(ServerWebExchange exchange) {
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("logout_token"))
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.MALFORMED_REQUEST)))
                .flatMap(logoutTokens::decode)
                .onErrorMap(BadJwtException.class, forged -> new ProblemException(Problem.MALFORMED_REQUEST))
                .onErrorMap(JwtException.class, away -> new ProblemException(Problem.LOG_IN_UNAVAILABLE, "", away))
                .flatMap(this::end)
                .thenReturn(ResponseEntity.status(HttpStatus.OK)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private Mono<Void> end(Jwt announcement) {
        String keycloakSession = announcement.getClaimAsString("sid");
        if (keycloakSession != null) return sessions.endLogIn(keycloakSession);
        @Nullable String user = announcement.getSubject();
        if (user == null) return Mono.error(new ProblemException(Problem.MALFORMED_REQUEST));
        return sessions.endAllOf(user);
    }

    private String endSession(String idToken, Language language) {
        return UriComponentsBuilder.fromUriString(endpoints.endSession())
                .queryParam("id_token_hint", idToken)
                .queryParam("post_logout_redirect_uri", home)
                .queryParam("ui_locales", language.tag())
                .encode()
                .toUriString();
    }
}

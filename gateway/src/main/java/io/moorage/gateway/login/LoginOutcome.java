package io.moorage.gateway.login;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.session.SessionCookies;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.UserTokens;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What follows when a visitor comes back from Keycloak: a session and the page they wanted, or a page that explains. */
@Component
class LoginOutcome implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {
    private static final Logger log = LoggerFactory.getLogger(LoginOutcome.class);

    /** The visitor turned back, or Keycloak's page waited too long: nothing went wrong. */
    private static final Set<String> TURNED_BACK = Set.of("access_denied", "temporarily_unavailable");

    private final Sessions sessions;
    private final SessionCookies cookies;

    LoginOutcome(Sessions sessions, SessionCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange at, Authentication authentication) {
        ServerWebExchange exchange = at.getExchange();
        OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        String before = SessionCookies.presented(exchange.getRequest());
        // The session's secret is always a new one, so nobody can plant theirs before a log-in.
        return (before == null ? Mono.empty() : sessions.end(before))
                .then(sessions.begin(
                        Objects.requireNonNull(user.getSubject()), keycloakSession(user), tokens(exchange, user)))
                .doOnNext(session -> cookies.give(exchange.getResponse(), session))
                .then(redirect(exchange, wanted(exchange)));
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange at, AuthenticationException failure) {
        ServerWebExchange exchange = at.getExchange();
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        if (TURNED_BACK.contains(code)) return redirect(exchange, wanted(exchange));
        log.info("A log-in failed: {}", code);
        Problem problem = isAway(failure) ? Problem.LOG_IN_UNAVAILABLE : Problem.LOG_IN_FAILED;
        Mono<Void> explained = Mono.error(new ProblemException(problem));
        String session = SessionCookies.presented(exchange.getRequest());
        if (session == null) return explained;
        // Who pressed "back" or reload after logging in is logged in already.
        return sessions.find(session).hasElement().flatMap(goesOn -> goesOn ? redirect(exchange, "/") : explained);
    }

    private static UserTokens tokens(ServerWebExchange exchange, OidcUser user) {
        OAuth2AuthorizedClient client = HandedOver.in(exchange);
        return new UserTokens(
                client.getAccessToken().getTokenValue(),
                Objects.requireNonNull(client.getAccessToken().getExpiresAt()),
                Objects.requireNonNull(client.getRefreshToken()).getTokenValue(),
                user.getIdToken().getTokenValue());
    }

    private static String keycloakSession(OidcUser user) {
        return Objects.requireNonNullElse(user.getIdToken().getClaimAsString("sid"), "");
    }

    private static String wanted(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(LoginRequests.RETURN, "/");
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        return Mono.defer(() -> {
            ServerHttpResponse response = exchange.getResponse();
            response.setStatusCode(HttpStatus.FOUND);
            response.getHeaders().setLocation(URI.create(path));
            return response.setComplete();
        });
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebClientRequestException) return true;
        }
        return false;
    }
}

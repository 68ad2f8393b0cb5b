package io.moorage.gateway.login;

import io.moorage.gateway.activity.ActivityLog;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.revocation.Endings;
import io.moorage.gateway.session.SessionCookies;
import io.moorage.gateway.session.Sessions;
import io.moorage.gateway.token.Actor;
import io.moorage.gateway.token.Keycloak;
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
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** What follows when a visitor comes back from Keycloak: a session and the page they wanted, or a page that explains. */
@Component
class LoginOutcome implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {
    private static final Logger log = LoggerFactory.getLogger(LoginOutcome.class);

    /** The visitor turned back, or Keycloak's page waited too long: nothing went wrong. */
    private static final Set<String> TURNED_BACK = Set.of("access_denied", "temporarily_unavailable");

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final ActivityLog activities;
    private final Endings endings;
    private final Keycloak keycloak;

    LoginOutcome(
            Sessions sessions, SessionCookies cookies, ActivityLog activities, Endings endings, Keycloak keycloak) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.activities = activities;
        this.endings = endings;
        this.keycloak = keycloak;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange at, Authentication authentication) {
        ServerWebExchange exchange = at.getExchange();
        OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        if (endings.ofLogIn(actor(user).session())) return anew(exchange, tokens(exchange, user));
        String before = SessionCookies.presented(exchange.getRequest());
        return sessions.begin(before, actor(user), tokens(exchange, user))
                .flatMap(begun -> writeDown(begun, exchange, actor(user)).thenReturn(begun))
                .doOnNext(begun -> cookies.give(exchange.getResponse(), begun.cookie()))
                .then(redirect(exchange, wanted(exchange)));
    }

    /**
     * Keycloak went on with a log-in that has ended here, as it does where it was away at the log-out. No service would
     * take its tokens: it is ended there as well, and the visitor logs in again, by hand in any case.
     */
    private Mono<Void> anew(ServerWebExchange exchange, UserTokens tokens) {
        String login = UriComponentsBuilder.fromPath(LoginRequests.PATH)
                .queryParam("fresh", true)
                .queryParam(LoginRequests.RETURN, "{back}")
                .build(exchange.<String>getAttributeOrDefault(LoginRequests.RETURN, "/"))
                .toString();
        return keycloak.logOut(tokens.refresh())
                .onErrorMap(away -> new ProblemException(Problem.LOG_IN_UNAVAILABLE, "", away))
                .then(redirect(exchange, login));
    }

    /** Who comes back from doing something at Keycloak's has logged in before. */
    private Mono<Void> writeDown(Sessions.Begun begun, ServerWebExchange exchange, Actor actor) {
        boolean before = begun.goesOn() && exchange.getAttribute(LoginRequests.ACTION) != null;
        return before ? Mono.empty() : activities.loggedIn(exchange.getRequest(), actor);
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

    private static Actor actor(OidcUser user) {
        return new Actor(
                Objects.requireNonNull(user.getSubject()),
                Objects.requireNonNullElse(user.getPreferredUsername(), ""),
                Objects.requireNonNullElse(user.getIdToken().getClaimAsString("sid"), ""));
    }

    /** The page that was wanted; of an action it is told whether it was done, which Keycloak says on the way back. */
    private static String wanted(ServerWebExchange exchange) {
        String back = exchange.getAttributeOrDefault(LoginRequests.RETURN, "/");
        LoginAction action = exchange.getAttribute(LoginRequests.ACTION);
        String status = exchange.getRequest().getQueryParams().getFirst("kc_action_status");
        return action == null ? back : action.toldIn(back, "success".equals(status));
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

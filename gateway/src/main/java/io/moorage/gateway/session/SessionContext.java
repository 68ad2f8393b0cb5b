package io.moorage.gateway.session;

import io.moorage.gateway.token.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells Spring Security who is calling, from the session's cookie. */
@Component
public class SessionContext implements ServerSecurityContextRepository {
    private final Sessions sessions;
    private final SessionTokens tokens;
    private final SessionCookies cookies;

    SessionContext(Sessions sessions, SessionTokens tokens, SessionCookies cookies) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    /** Nothing to do: a session begins with the tokens of a log-in, which Spring Security's context doesn't hold. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        String cookie = SessionCookies.presented(exchange.getRequest());
        if (cookie == null) return Mono.empty();
        return sessions.find(cookie)
                .doOnNext(session -> keepConfirmation(exchange, cookie))
                .map(session -> new SecurityContextImpl(new CallerAuthentication(new SessionCaller(session, tokens))));
    }

    private void keepConfirmation(ServerWebExchange exchange, String session) {
        HttpCookie sent = exchange.getRequest().getCookies().getFirst(SessionCookies.CONFIRMATION);
        if (sent != null && sent.getValue().equals(cookies.confirmation(session))) return;
        if (exchange.getResponse().getCookies().containsKey(SessionCookies.CONFIRMATION)) return;
        cookies.giveConfirmation(exchange.getResponse(), session);
    }
}

package io.moorage.gateway.token;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Spring Security's view of a caller. What the caller may do is decided by the services, so it grants nothing. */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;

    public CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Who made this request; fails with {@code login-required} where nobody is known. */
    public static Mono<Caller> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(CallerAuthentication.class)
                .map(authentication -> authentication.caller)
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problem.LOGIN_REQUIRED)));
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.key();
    }
}

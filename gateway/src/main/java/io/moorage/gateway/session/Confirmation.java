package io.moorage.gateway.session;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses changes that another site has a browser ask for. Only requests that stand on the session's cookie are concerned;
 * bearer tokens and webhooks are never sent by a browser on its own.
 */
@Component
public class Confirmation implements WebFilter {
    private static final Set<HttpMethod> HARMLESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final SessionCookies cookies;
    private final String origin;

    Confirmation(SessionCookies cookies, GatewaySettings settings) {
        this.cookies = cookies;
        this.origin =
                settings.publicUrl().getScheme() + "://" + settings.publicUrl().getRawAuthority();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String session = SessionCookies.presented(request);
        if (session == null || HARMLESS.contains(request.getMethod()) || isFromOutside(request)) {
            return chain.filter(exchange);
        }
        Problem problem = refusal(request.getHeaders(), session);
        return problem == null ? chain.filter(exchange) : Mono.error(new ProblemException(problem));
    }

    private @Nullable Problem refusal(HttpHeaders headers, String session) {
        String from = headers.getFirst(HttpHeaders.ORIGIN);
        String site = headers.getFirst("Sec-Fetch-Site");
        if (from != null && !from.equals(origin)) return Problem.CROSS_SITE_REFUSED;
        if (site != null && !site.equals("same-origin") && !site.equals("none")) return Problem.CROSS_SITE_REFUSED;
        String sent = headers.getFirst("X-XSRF-TOKEN");
        return sent != null && same(sent, cookies.confirmation(session)) ? null : Problem.CSRF_TOKEN_MISSING;
    }

    /** Paths that outside parties post to with proofs of their own; no cookie is looked at there. */
    private static boolean isFromOutside(ServerHttpRequest request) {
        String path = request.getPath().value();
        return path.startsWith("/api/v1/webhooks/") || path.startsWith("/logout/connect/back-channel/");
    }

    private static boolean same(String sent, String expected) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}

package io.moorage.gateway.portal;

import io.moorage.gateway.GatewaySettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Headers that protect whoever looks at an answer in a browser; on every answer, forwarded ones too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageHeaders implements WebFilter {
    /** Nothing from elsewhere and no script in a page; the portal's components set styles in theirs. */
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final boolean https;

    PageHeaders(GatewaySettings settings) {
        this.https = settings.https();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            write(exchange);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void write(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", CONTENT);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (https) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        boolean api = exchange.getRequest().getPath().value().startsWith("/api/");
        if (api && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)) headers.setCacheControl("no-store");
    }
}

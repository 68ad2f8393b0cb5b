package io.moorage.gateway.route;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request an id that runs through all services, and tells it in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Correlation implements WebFilter {
    static final String HEADER = "X-Correlation-Id";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = orNew(exchange.getRequest().getHeaders().getFirst(HEADER));
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(HEADER, id);
            return Mono.empty();
        });
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HEADER, id)))
                .build());
    }

    private static String orNew(@Nullable String sent) {
        return sent != null && UUID_TEXT.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}

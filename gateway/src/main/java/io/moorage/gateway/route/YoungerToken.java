package io.moorage.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.moorage.gateway.token.AccountToken;
import io.moorage.gateway.token.AccountTokens;
import io.moorage.gateway.token.CallerAuthentication;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * A service that can't know of the latest revocations takes young tokens only. Others it refuses as
 * {@code token-too-old}, before any effect; and as {@code access-changed} those of a delegation that was changed since,
 * which it may hear of first. Then the request is sent once more, with a token that was just made.
 */
@Component
class YoungerToken implements GlobalFilter, Ordered {
    private static final List<String> TOO_OLD = List.of("token-too-old", "access-changed");

    private final AccountTokens tokens;

    YoungerToken(AccountTokens tokens) {
        this.tokens = tokens;
    }

    /** Just before an instance is chosen. */
    @Override
    public int getOrder() {
        return 10_140;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        AccountToken token = exchange.getAttribute(ForService.TOKEN);
        if (token == null) return chain.filter(exchange);
        URI wanted = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        HttpHeaders before = HttpHeaders.copyOf(exchange.getResponse().getHeaders());
        return KeptBody.of(exchange)
                .flatMap(kept -> chain.filter(kept).then(Mono.defer(() -> {
                    if (!isTooOld(kept.getResponse())) return Mono.empty();
                    takeBack(kept, before, wanted);
                    return again(kept, token).flatMap(chain::filter);
                })));
    }

    private static boolean isTooOld(ServerHttpResponse answer) {
        String challenge = answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return !answer.isCommitted()
                && answer.getStatusCode() == HttpStatus.UNAUTHORIZED
                && challenge != null
                && TOO_OLD.stream().anyMatch(challenge::contains);
    }

    /** The refusal is not to be seen: neither its body, which nobody has read yet, nor its headers. */
    private static void takeBack(ServerWebExchange exchange, HttpHeaders before, URI wanted) {
        Connection refused = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (refused != null) refused.dispose();
        exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, wanted);
        ServerHttpResponse answer = exchange.getResponse();
        answer.getHeaders().clear();
        answer.getHeaders().putAll(before);
        answer.setStatusCode(null);
    }

    private Mono<ServerWebExchange> again(ServerWebExchange exchange, AccountToken tooOld) {
        String wanted = exchange.getAttribute(ForService.WANTED);
        return CallerAuthentication.of(exchange)
                .flatMap(caller -> tokens.younger(caller, wanted, tooOld))
                .map(token -> {
                    exchange.getAttributes().put(ForService.TOKEN, token);
                    return exchange.mutate()
                            .request(request -> request.headers(headers -> headers.setBearerAuth(token.value())))
                            .build();
                });
    }
}

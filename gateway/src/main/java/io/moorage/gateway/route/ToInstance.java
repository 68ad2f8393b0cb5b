package io.moorage.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.token.AccountToken;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Sends a request to an instance of its route's service: writes to the acting account's own, all else in turn. Where an
 * instance can't be reached nothing was sent yet, so the next one is asked whatever the request is. One that may have been
 * received is sent again only where that can't take effect twice, and once at most.
 */
@Component
class ToInstance implements GlobalFilter, Ordered {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Instances instances;
    private final Health health;

    ToInstance(Instances instances, Health health) {
        this.instances = instances;
        this.health = health;
    }

    /** After the route's address is known, before the request goes out. */
    @Override
    public int getOrder() {
        return 10_150;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI wanted = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        AccountToken token = exchange.getAttribute(ForService.TOKEN);
        ServerHttpRequest request = exchange.getRequest();
        List<URI> all = order(wanted.getHost(), request, token);
        if (all.isEmpty()) return Mono.error(unavailable(null));
        return isRepeatable(request, token)
                ? KeptBody.of(exchange).flatMap(kept -> attempt(kept, chain, wanted, all, true))
                : attempt(exchange, chain, wanted, all, false);
    }

    private List<URI> order(String service, ServerHttpRequest request, @Nullable AccountToken token) {
        String account = token == null ? null : token.account();
        return account == null || READS.contains(request.getMethod())
                ? instances.inTurn(service)
                : instances.forWrites(service, account);
    }

    /** Services keep an {@code Idempotency-Key} with the effect, for callers that they know. */
    private static boolean isRepeatable(ServerHttpRequest request, @Nullable AccountToken token) {
        return READS.contains(request.getMethod())
                || token != null && request.getHeaders().containsHeader("Idempotency-Key");
    }

    private Mono<Void> attempt(
            ServerWebExchange exchange, GatewayFilterChain chain, URI wanted, List<URI> left, boolean repeatable) {
        URI instance = left.getFirst();
        List<URI> others = left.subList(1, left.size());
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, at(instance, wanted));
        exchange.getAttributes().remove(GATEWAY_ALREADY_ROUTED_ATTR);
        return chain.filter(exchange).onErrorResume(ToInstance::isOfConnection, error -> {
            if (nothingWasSent(error)) {
                health.unreachable(instance, error);
                return others.isEmpty()
                        ? Mono.error(unavailable(error))
                        : attempt(exchange, chain, wanted, others, repeatable);
            }
            if (!repeatable || others.isEmpty()) return Mono.error(error);
            // If that fails too, the caller still has to learn that the request may have taken effect.
            return attempt(exchange, chain, wanted, others, false).onErrorMap(again -> error);
        });
    }

    private static boolean isOfConnection(Throwable error) {
        return error instanceof IOException || error instanceof AbortedException;
    }

    private static boolean nothingWasSent(Throwable error) {
        return error instanceof ConnectException
                || error instanceof NoRouteToHostException
                || error instanceof UnknownHostException;
    }

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(Problem.SERVICE_UNAVAILABLE, "", cause);
    }

    private static URI at(URI instance, URI wanted) {
        return UriComponentsBuilder.fromUri(wanted)
                .scheme(instance.getScheme())
                .host(instance.getHost())
                .port(instance.getPort())
                .build(true)
                .toUri();
    }
}

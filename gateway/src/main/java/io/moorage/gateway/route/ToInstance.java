package io.moorage.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Sends a request to an instance of its route's service. Where an instance refuses the connection nothing was sent yet, so
 * the next one is asked whatever the request is; a request that was sent is never repeated.
 */
@Component
class ToInstance implements GlobalFilter, Ordered {
    private final Instances instances;

    ToInstance(Instances instances) {
        this.instances = instances;
    }

    /** After the route's address is known, before the request goes out. */
    @Override
    public int getOrder() {
        return 10_150;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI wanted = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        List<URI> all = instances.of(wanted.getHost());
        return all.isEmpty() ? Mono.error(unavailable(null)) : attempt(exchange, chain, wanted, all);
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, URI wanted, List<URI> left) {
        URI instance = left.getFirst();
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, at(instance, wanted));
        exchange.getAttributes().remove(GATEWAY_ALREADY_ROUTED_ATTR);
        return chain.filter(exchange).onErrorResume(ConnectException.class, refused -> {
            instances.refused(instance);
            List<URI> others = left.subList(1, left.size());
            return others.isEmpty() ? Mono.error(unavailable(refused)) : attempt(exchange, chain, wanted, others);
        });
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

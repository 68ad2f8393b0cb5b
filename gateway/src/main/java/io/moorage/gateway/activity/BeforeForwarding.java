package io.moorage.gateway.activity;

import io.moorage.gateway.route.ForService;
import io.moorage.gateway.token.AccountToken;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Writes a request down before a service gets it: what isn't in the log doesn't happen. A service may name what it did
 * more exactly than the address tells, in a header that no client sees.
 */
@Component
class BeforeForwarding implements GlobalFilter, Ordered {
    static final String NAME = "Moorage-Activity";
    private static final int FIRST_PROBLEM = 400;

    private final ActivityLog activities;

    BeforeForwarding(ActivityLog activities) {
        this.activities = activities;
    }

    /** As soon as {@link ForService} has found out who acts for whom. */
    @Override
    public int getOrder() {
        return 101;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Activity activity = exchange.getAttribute(Activity.ATTRIBUTE);
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> answered(response, activity)));
        AccountToken token = exchange.getAttribute(ForService.TOKEN);
        if (activity == null || token == null) return chain.filter(exchange);
        return activities
                .begin(activity, token.actor(), token.account())
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void answered(ServerHttpResponse response, @Nullable Activity activity) {
        HttpHeaders headers = response.getHeaders();
        String name = headers.getFirst(NAME);
        headers.remove(NAME);
        if (activity == null) return;
        activity.named(name, headers.getFirst(HttpHeaders.LOCATION));
        HttpStatusCode status = response.getStatusCode();
        // A long download has its outcome here; a problem's code is in the body, which follows.
        if (status != null && status.value() < FIRST_PROBLEM) activities.ended(activity, status.value(), null);
    }
}

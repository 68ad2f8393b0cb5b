package io.moorage.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.moorage.gateway.token.AccountToken;
import io.moorage.gateway.token.AccountTokens;
import io.moorage.gateway.token.ActingAccount;
import io.moorage.gateway.token.CallerAuthentication;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Makes of a caller's request the one that a service gets: what says who is calling is taken off, and an account-scoped
 * token put in its place. Routes marked {@code open} go without one, and those marked {@code signed} with what an outside
 * party shows to prove itself.
 */
@Component
public class ForService implements GlobalFilter, Ordered {
    /** The attribute of an exchange that holds its {@link AccountToken}; open routes have none. */
    public static final String TOKEN = ForService.class.getName() + ".token";

    /** The attribute that holds which account was asked for; none where it is the caller's own. */
    static final String WANTED = ForService.class.getName() + ".wanted";

    private static final Set<String> TAKEN_OFF = Set.of(
            "cookie",
            "authorization",
            "moorage-account",
            "x-xsrf-token",
            "forwarded",
            "x-real-ip",
            "proxy-authorization");

    /** Where the request comes from, for what is limited by address; what a client says there itself is taken off. */
    private static final String CLIENT_ADDRESS = "Moorage-Client-Address";

    private final AccountTokens tokens;
    private final ClientAddress addresses;

    ForService(AccountTokens tokens, ClientAddress addresses) {
        this.tokens = tokens;
        this.addresses = addresses;
    }

    /** Before the route's address is worked out, which looks at the request's own. */
    @Override
    public int getOrder() {
        return 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        exchange.getResponse().beforeCommit(() -> {
            // Cookies are the gateway's alone.
            exchange.getResponse().getHeaders().remove(HttpHeaders.SET_COOKIE);
            return Mono.empty();
        });
        if (is(route, "open")) {
            String shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
            return chain.filter(stripped(exchange, is(route, "signed") ? shown : null));
        }
        String wanted = ActingAccount.of(exchange.getRequest());
        if (wanted != null) exchange.getAttributes().put(WANTED, wanted);
        return CallerAuthentication.of(exchange)
                .flatMap(caller -> tokens.of(caller, wanted))
                .flatMap(token -> {
                    exchange.getAttributes().put(TOKEN, token);
                    return chain.filter(stripped(exchange, "Bearer " + token.value()));
                });
    }

    private static boolean is(Route route, String mark) {
        return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(mark)));
    }

    private ServerWebExchange stripped(ServerWebExchange exchange, @Nullable String authorization) {
        String address = addresses.of(exchange.getRequest());
        return exchange.mutate()
                .request(request -> request.uri(
                                withoutAccount(exchange.getRequest().getURI()))
                        .headers(headers -> {
                            headers.headerNames().stream()
                                    .filter(ForService::isTakenOff)
                                    .toList()
                                    .forEach(headers::remove);
                            headers.set(CLIENT_ADDRESS, address);
                            if (authorization != null) headers.set(HttpHeaders.AUTHORIZATION, authorization);
                        }))
                .build();
    }

    private static boolean isTakenOff(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return TAKEN_OFF.contains(name) || name.startsWith("x-forwarded-");
    }

    /** The acting account is the token's matter; a service must not take it from the address. */
    private static URI withoutAccount(URI uri) {
        String query = uri.getRawQuery();
        if (query == null || !query.contains("account=")) return uri;
        String rest = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.startsWith("account="))
                .collect(Collectors.joining("&"));
        return UriComponentsBuilder.fromUri(uri)
                .replaceQuery(rest.isEmpty() ? null : rest)
                .build(true)
                .toUri();
    }
}

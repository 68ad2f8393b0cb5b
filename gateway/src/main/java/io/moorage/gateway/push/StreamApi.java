package io.moorage.gateway.push;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.push.Feed.Listening;
import io.moorage.gateway.token.AccountToken;
import io.moorage.gateway.token.AccountTokens;
import io.moorage.gateway.token.ActingAccount;
import io.moorage.gateway.token.BearerCaller;
import io.moorage.gateway.token.Caller;
import io.moorage.gateway.token.CallerAuthentication;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/stream}: what happens to the acting account, for as long as the caller may know. */
@RestController
class StreamApi {
    private final AccountTokens tokens;
    private final Feed feed;
    private final Streams streams;
    private final Clock clock;
    private final Duration check;

    StreamApi(AccountTokens tokens, Feed feed, Streams streams, Clock clock, GatewaySettings settings) {
        this.tokens = tokens;
        this.feed = feed;
        this.streams = streams;
        this.clock = clock;
        this.check = settings.push().check();
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String wanted = ActingAccount.of(request);
        return CallerAuthentication.of(exchange)
                .flatMapMany(caller -> tokens.of(caller, wanted).flatMapMany(token -> {
                    Flux<ServerSentEvent<String>> events = open(caller, token, wanted, lastEventId(request));
                    exchange.getResponse().getHeaders().setCacheControl("no-cache, no-transform");
                    exchange.getResponse().getHeaders().set("X-Accel-Buffering", "no");
                    return events;
                }));
    }

    private Flux<ServerSentEvent<String>> open(
            Caller caller, AccountToken token, @Nullable String wanted, @Nullable String lastEventId) {
        String account = token.account();
        if (account == null) throw new ProblemException(Problem.ACCOUNT_BEING_PREPARED);
        streams.admit(caller);
        return Flux.defer(() -> {
            Listening listening = feed.listen(new Rights(account, token.permissions(), token.services()), lastEventId);
            streams.opened(listening.client(), caller, token.restsOn());
            return listening
                    .events()
                    .takeUntilOther(rightEnds(caller, token, wanted))
                    .doFinally(done -> streams.closed(listening.client()));
        });
    }

    /** Completes when the caller may not go on as they began; with the same rights they come back by themselves. */
    private Mono<Void> rightEnds(Caller caller, AccountToken begun, @Nullable String wanted) {
        Mono<Void> changed = Flux.interval(check)
                .onBackpressureDrop()
                .concatMap(tick -> tokens.of(caller, wanted)
                        .map(token -> Objects.equals(token.account(), begun.account())
                                && token.permissions().equals(begun.permissions())
                                && Objects.equals(token.services(), begun.services()))
                        .onErrorReturn(false))
                .takeUntil(unchanged -> !unchanged)
                .then();
        if (!(caller instanceof BearerCaller bearer)) return changed;
        Duration left = Duration.between(clock.instant(), bearer.endsAt());
        return Mono.firstWithSignal(
                changed, Mono.delay(left.isNegative() ? Duration.ZERO : left).then());
    }

    private static @Nullable String lastEventId(ServerHttpRequest request) {
        String id = request.getHeaders().getFirst("Last-Event-ID");
        return id == null || id.isEmpty() ? null : id;
    }
}

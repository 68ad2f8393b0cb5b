package io.moorage.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers the tokens whose signature was found good, until they expire: a client sends the same with many requests. What
 * was not found good is checked again each time; whether its log-in has ended is looked at elsewhere, for each request.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {
    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> good;

    VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock, Ticker ticker) {
        this.decoder = decoder;
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> left(jwt)))
                .build();
    }

    private Duration left(Jwt jwt) {
        if (jwt.getExpiresAt() == null) return Duration.ZERO;
        Duration left = Duration.between(clock.instant(), jwt.getExpiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = good.getIfPresent(token);
        return known != null ? Mono.just(known) : decoder.decode(token).doOnNext(verified -> good.put(token, verified));
    }
}

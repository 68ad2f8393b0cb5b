package io.moorage.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers the tokens whose signature was found good, until they expire: one comes with many requests, and checking
 * it was a quarter of a request's work. What was not found good is checked again each time.
 */
final class VerifiedTokens implements JwtDecoder {
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> good = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> left(jwt.getExpiresAt())))
            .build();

    VerifiedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    private static Duration left(@Nullable Instant expiry) {
        if (expiry == null) return Duration.ZERO;
        Duration left = Duration.between(Instant.now(), expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null) return known;
        Jwt verified = decoder.decode(token);
        good.put(token, verified);
        return verified;
    }
}

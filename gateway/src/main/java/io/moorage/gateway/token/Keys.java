package io.moorage.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keycloak's public keys. Kept for as long as they are known, so tokens are checked while Keycloak is away; asked for
 * again when a token names an unknown one, but not more than every few seconds, however many forged tokens come.
 */
@Component
class Keys {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WebClient http;
    private final String url;
    private final Clock clock;
    private volatile List<JWK> known = List.of();
    private volatile Instant askedAt = Instant.EPOCH;
    private @Nullable Mono<List<JWK>> underWay;

    Keys(WebClient keycloakWebClient, Endpoints endpoints, Clock clock) {
        this.http = keycloakWebClient;
        this.url = endpoints.keys();
        this.clock = clock;
    }

    /** The keys that a token may be signed with; fails where none are known and Keycloak can't be asked. */
    Flux<JWK> of(SignedJWT token) {
        String id = token.getHeader().getKeyID();
        List<JWK> now = known;
        boolean has = now.stream()
                .anyMatch(key -> key.getKeyID() != null && key.getKeyID().equals(id));
        if (has) return Flux.fromIterable(now);
        boolean askedJustNow = askedAt.plus(PAUSE).isAfter(clock.instant());
        if (!now.isEmpty() && askedJustNow) return Flux.fromIterable(now);
        Mono<List<JWK>> asked = ask();
        return (now.isEmpty() ? asked : asked.onErrorReturn(now)).flatMapIterable(keys -> keys);
    }

    private synchronized Mono<List<JWK>> ask() {
        if (underWay == null) {
            underWay = http.get()
                    .uri(url)
                    .retrieve()
                    .bodyToMono(String.class)
                    .map(Keys::parse)
                    .doOnNext(keys -> known = keys)
                    .doFinally(done -> asked())
                    .cache();
        }
        return underWay;
    }

    private synchronized void asked() {
        askedAt = clock.instant();
        underWay = null;
    }

    private static List<JWK> parse(String body) {
        try {
            return JWKSet.parse(body).getKeys();
        } catch (ParseException malformed) {
            throw new JwtException("Keycloak's keys cannot be read");
        }
    }
}

package io.moorage.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.token.Digests;
import io.moorage.gateway.token.UserTokens;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Sessions by their cookies. A look-up is remembered for a second, so a session that another gateway ended is dead here
 * within that second; one ended here is dead at once.
 */
@Component
public class Sessions {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final SecureRandom random = new SecureRandom();
    private final SessionTable table;
    private final SessionTokens tokens;
    private final AsyncCache<ByteBuffer, Optional<Session>> remembered;
    private final Sinks.Many<UUID> endings = Sinks.many().multicast().directBestEffort();

    Sessions(SessionTable table, SessionTokens tokens, Ticker ticker) {
        this.table = table;
        this.tokens = tokens;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .buildAsync();
    }

    /** Begins a session and tells its cookie's value, which nobody can learn again afterwards. */
    public Mono<String> begin(String user, String keycloakSession, UserTokens handedOver) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return table.insert(UUID.randomUUID(), Digests.sha256(cookie), user, keycloakSession, handedOver)
                .thenReturn(cookie);
    }

    /** The session of a cookie, if it has one that goes on. */
    public Mono<Session> find(String cookie) {
        CompletableFuture<Optional<Session>> found = remembered.get(
                ByteBuffer.wrap(Digests.sha256(cookie)),
                (hash, executor) -> table.find(hash.array())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .toFuture());
        return Mono.fromFuture(found, true).flatMap(Mono::justOrEmpty);
    }

    /** Ends the session of a cookie; the answer is its id token, for Keycloak's own log-out. */
    public Mono<String> end(String cookie) {
        return table.deleteByCookie(Digests.sha256(cookie))
                .doOnNext(this::forget)
                .mapNotNull(ended -> tokens.idToken(ended.id(), ended.idToken()).orElse(null))
                .next();
    }

    /** Ends every session of a log-in at Keycloak. */
    public Mono<Void> endLogIn(String keycloakSession) {
        return table.deleteByLogIn(keycloakSession).doOnNext(this::forget).then();
    }

    /** Ends every session of a user. */
    public Mono<Void> endAllOf(String user) {
        return table.deleteByUser(user).doOnNext(this::forget).then();
    }

    private void forget(SessionTable.Ended ended) {
        remembered.synchronous().invalidate(ByteBuffer.wrap(ended.cookieHash()));
        endings.emitNext(ended.id(), Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
    }

    /** Sessions that end on this gateway, as they end. */
    public Flux<UUID> endings() {
        return endings.asFlux();
    }

    /** Which of these sessions go on. */
    public Flux<UUID> goingOn(Collection<UUID> ids) {
        return table.goingOn(ids);
    }

    /** Removes the rows of sessions that are over. */
    Mono<Long> sweep() {
        return table.sweep();
    }
}

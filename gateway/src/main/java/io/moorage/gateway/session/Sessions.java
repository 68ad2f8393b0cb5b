package io.moorage.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.revocation.Endings;
import io.moorage.gateway.token.Actor;
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
import java.util.concurrent.Future.State;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions by their cookies. A look-up is remembered for a second, or until the log-in ends: here that is known at once,
 * of other gateways as soon as the stream of revocations tells it, and within that second where it can't.
 */
@Component
public class Sessions {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final SecureRandom random = new SecureRandom();
    private final SessionTable table;
    private final SessionEnds ends;
    private final KeycloakLogOuts logOuts;
    private final AsyncCache<ByteBuffer, Optional<Session>> remembered;

    Sessions(SessionTable table, SessionEnds ends, KeycloakLogOuts logOuts, Endings endings, Ticker ticker) {
        this.table = table;
        this.ends = ends;
        this.logOuts = logOuts;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .buildAsync();
        endings.whenLogInEnds(
                ended -> forget(session -> session.keycloakSession().equals(ended)));
    }

    /**
     * Begins a session. Its cookie is always a new one, so nobody can plant theirs before a log-in.
     *
     * @param before the cookie that the browser had; its session ends
     */
    public Mono<Begun> begin(@Nullable String before, Actor actor, UserTokens handedOver) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byte[] hashBefore = before == null ? new byte[0] : Digests.sha256(before);
        return table.begin(UUID.randomUUID(), Digests.sha256(cookie), hashBefore, actor, handedOver)
                .doOnNext(begun -> forget(session -> session.keycloakSession().equals(actor.session())))
                .doOnNext(begun -> remembered.synchronous().invalidate(ByteBuffer.wrap(hashBefore)))
                .map(goesOn -> new Begun(cookie, goesOn));
    }

    /**
     * @param cookie the cookie's value, which nobody can learn again afterwards
     * @param goesOn whether the same log-in had a session already
     */
    public record Begun(String cookie, boolean goesOn) {}

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

    /**
     * Logs out: ends the session of a cookie and the log-in behind it, at Keycloak as well.
     *
     * @return the id token, where the browser has to end the log-in at Keycloak
     */
    public Mono<String> end(String cookie) {
        return ends.ofCookie(Digests.sha256(cookie))
                .doOnNext(this::forget)
                .collectList() // no connection is held while Keycloak answers
                .flatMapMany(Flux::fromIterable)
                .concatMap(logOuts::carryOut)
                .next();
    }

    /** A log-in is over at Keycloak: so are its sessions, and its tokens everywhere. */
    public Mono<Void> endLogIn(String keycloakSession) {
        return ends.ofLogIn(keycloakSession).doOnNext(this::forget).then();
    }

    /** All log-ins of a user are over at Keycloak. */
    public Mono<Void> endAllOf(String user) {
        return ends.ofUser(user).doOnNext(this::forget).then();
    }

    private void forget(SessionEnds.Ended ended) {
        remembered.synchronous().invalidate(ByteBuffer.wrap(ended.cookieHash()));
    }

    private void forget(Predicate<Session> which) {
        remembered
                .asMap()
                .values()
                .removeIf(known -> known.state() == State.SUCCESS
                        && known.resultNow().filter(which).isPresent());
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

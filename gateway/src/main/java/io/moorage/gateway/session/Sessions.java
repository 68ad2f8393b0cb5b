package io.moorage.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.token.Digests;
import io.moorage.gateway.token.UserTokens;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The sessions' table. Look-ups are remembered for a second, so a session that another gateway ended is dead here within
 * that second; one ended here is dead at once.
 */
@Component
public class Sessions {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final DatabaseClient sql;
    private final SessionTokens tokens;
    private final Clock clock;
    private final Duration idle;
    private final Duration lifetime;
    private final AsyncCache<ByteBuffer, Optional<Session>> remembered;

    private final Sinks.Many<UUID> endings = Sinks.many().multicast().directBestEffort();

    Sessions(DatabaseClient lookUps, SessionTokens tokens, Clock clock, Ticker ticker, GatewaySettings settings) {
        this.sql = lookUps;
        this.tokens = tokens;
        this.clock = clock;
        this.idle = settings.session().idle();
        this.lifetime = settings.session().lifetime();
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
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        DatabaseClient.GenericExecuteSpec insert = sql.sql("""
                insert into session (id, cookie_hash, user_id, keycloak_session, id_token, access_token,
                    access_token_ends_at, refresh_token, created_at, last_seen_at, ends_at)
                values (:id, :cookieHash, :user, :keycloakSession, :idToken, :accessToken,
                    :accessTokenEndsAt, :refreshToken, :now, :now, :endsAt)""")
                .bind("id", id)
                .bind("cookieHash", Digests.sha256(cookie))
                .bind("user", user)
                .bind("keycloakSession", keycloakSession)
                .bind("now", now)
                .bind("endsAt", now.plus(lifetime));
        return tokens.bind(insert, id, handedOver).fetch().rowsUpdated().thenReturn(cookie);
    }

    /** The session of a cookie, if it has one that goes on; looking at it keeps it from idling out. */
    public Mono<Session> find(String cookie) {
        CompletableFuture<Optional<Session>> found =
                remembered.get(hash(cookie), (hash, executor) -> lookUp(hash).toFuture());
        return Mono.fromFuture(found, true).flatMap(Mono::justOrEmpty);
    }

    private Mono<Optional<Session>> lookUp(ByteBuffer hash) {
        Instant now = clock.instant();
        return sql.sql("""
                select id, user_id, keycloak_session, last_seen_at from session
                where cookie_hash = :hash and ends_at > :now and last_seen_at > :idleSince""")
                .bind("hash", hash.array())
                .bind("now", now)
                .bind("idleSince", now.minus(idle))
                .map(Sessions::read)
                .one()
                .flatMap(session -> seen(session, now).thenReturn(session))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> seen(Session session, Instant now) {
        if (session.lastSeenAt().isAfter(now.minus(SEEN_EVERY))) return Mono.empty();
        return sql.sql("update session set last_seen_at = :now where id = :id")
                .bind("now", now)
                .bind("id", session.id())
                .then();
    }

    /** Ends the session of a cookie; the answer is its id token, for Keycloak's own log-out. */
    public Mono<String> end(String cookie) {
        byte[] hash = Digests.sha256(cookie);
        return sql.sql("delete from session where cookie_hash = :hash returning id, id_token")
                .bind("hash", hash)
                .map(row -> {
                    UUID id = required(row, "id", UUID.class);
                    announce(id);
                    return tokens.idToken(id, required(row, "id_token", byte[].class));
                })
                .one()
                .doFinally(done -> remembered.synchronous().invalidate(ByteBuffer.wrap(hash)))
                .flatMap(Mono::justOrEmpty);
    }

    /** Ends every session of a log-in at Keycloak, and tells which. */
    public Flux<UUID> endLogIn(String keycloakSession) {
        return ended(sql.sql("delete from session where keycloak_session = :sid returning id, cookie_hash")
                .bind("sid", keycloakSession));
    }

    /** Ends every session of a user, and tells which. */
    public Flux<UUID> endAllOf(String user) {
        return ended(sql.sql("delete from session where user_id = :user returning id, cookie_hash")
                .bind("user", user));
    }

    private Flux<UUID> ended(DatabaseClient.GenericExecuteSpec delete) {
        return delete.map(row -> {
                    remembered.synchronous().invalidate(ByteBuffer.wrap(required(row, "cookie_hash", byte[].class)));
                    UUID id = required(row, "id", UUID.class);
                    announce(id);
                    return id;
                })
                .all();
    }

    /** Sessions that end on this gateway, as they end. */
    public Flux<UUID> endings() {
        return endings.asFlux();
    }

    private void announce(UUID ended) {
        endings.emitNext(ended, Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
    }

    /** Which of these sessions go on. */
    public Flux<UUID> goingOn(Collection<UUID> ids) {
        Instant now = clock.instant();
        return sql.sql("""
                select id from session
                where id = any(:ids) and ends_at > :now and last_seen_at > :idleSince""")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .bind("idleSince", now.minus(idle))
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    /** Removes the rows of sessions that are over. */
    public Mono<Long> sweep() {
        Instant now = clock.instant();
        return sql.sql("delete from session where ends_at <= :now or last_seen_at <= :idleSince")
                .bind("now", now)
                .bind("idleSince", now.minus(idle))
                .fetch()
                .rowsUpdated();
    }

    private static Session read(Readable row) {
        return new Session(
                required(row, "id", UUID.class),
                required(row, "user_id", String.class),
                required(row, "keycloak_session", String.class),
                required(row, "last_seen_at", Instant.class));
    }

    private static ByteBuffer hash(String cookie) {
        return ByteBuffer.wrap(Digests.sha256(cookie));
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

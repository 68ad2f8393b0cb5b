package io.moorage.gateway.session;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.token.UserTokens;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of sessions; one that idled or lived for too long counts as gone. */
@Component
class SessionTable {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final DatabaseClient sql;
    private final SessionTokens tokens;
    private final Clock clock;
    private final Duration idle;
    private final Duration lifetime;

    SessionTable(DatabaseClient lookUps, SessionTokens tokens, Clock clock, GatewaySettings settings) {
        this.sql = lookUps;
        this.tokens = tokens;
        this.clock = clock;
        this.idle = settings.session().idle();
        this.lifetime = settings.session().lifetime();
    }

    Mono<Long> insert(UUID id, byte[] cookieHash, String user, String keycloakSession, UserTokens handedOver) {
        Instant now = clock.instant();
        DatabaseClient.GenericExecuteSpec insert = sql.sql("""
                insert into session (id, cookie_hash, user_id, keycloak_session, id_token, access_token,
                    access_token_ends_at, refresh_token, created_at, last_seen_at, ends_at)
                values (:id, :cookieHash, :user, :keycloakSession, :idToken, :accessToken,
                    :accessTokenEndsAt, :refreshToken, :now, :now, :endsAt)""")
                .bind("id", id)
                .bind("cookieHash", cookieHash)
                .bind("user", user)
                .bind("keycloakSession", keycloakSession)
                .bind("now", now)
                .bind("endsAt", now.plus(lifetime));
        return tokens.bind(insert, id, handedOver).fetch().rowsUpdated();
    }

    /** Looking at a session keeps it from idling out. */
    Mono<Session> find(byte[] cookieHash) {
        Instant now = clock.instant();
        return sql.sql("""
                select id, user_id, keycloak_session, last_seen_at from session
                where cookie_hash = :hash and ends_at > :now and last_seen_at > :idleSince""")
                .bind("hash", cookieHash)
                .bind("now", now)
                .bind("idleSince", now.minus(idle))
                .map(SessionTable::read)
                .one()
                .flatMap(session -> seen(session, now).thenReturn(session));
    }

    private Mono<Void> seen(Session session, Instant now) {
        if (session.lastSeenAt().isAfter(now.minus(SEEN_EVERY))) return Mono.empty();
        return sql.sql("update session set last_seen_at = :now where id = :id")
                .bind("now", now)
                .bind("id", session.id())
                .then();
    }

    Flux<Ended> deleteByCookie(byte[] cookieHash) {
        return ended(sql.sql("delete from session where cookie_hash = :hash returning id, cookie_hash, id_token")
                .bind("hash", cookieHash));
    }

    Flux<Ended> deleteByLogIn(String keycloakSession) {
        return ended(sql.sql("delete from session where keycloak_session = :sid returning id, cookie_hash, id_token")
                .bind("sid", keycloakSession));
    }

    Flux<Ended> deleteByUser(String user) {
        return ended(sql.sql("delete from session where user_id = :user returning id, cookie_hash, id_token")
                .bind("user", user));
    }

    private static Flux<Ended> ended(DatabaseClient.GenericExecuteSpec delete) {
        return delete.map(row -> new Ended(
                        required(row, "id", UUID.class),
                        required(row, "cookie_hash", byte[].class),
                        required(row, "id_token", byte[].class)))
                .all();
    }

    Flux<UUID> goingOn(Collection<UUID> ids) {
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

    Mono<Long> sweep() {
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

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** A session that was there until now; its id token is still sealed. */
    record Ended(UUID id, byte[] cookieHash, byte[] idToken) {}
}

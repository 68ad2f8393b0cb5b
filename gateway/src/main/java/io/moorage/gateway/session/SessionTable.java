package io.moorage.gateway.session;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.token.Actor;
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

    /**
     * Puts a session in the place of those that this browser, or this log-in, had before: one log-in has one cookie, and
     * lives no longer for being confirmed on the way.
     *
     * @param before hash of the cookie that the browser had
     * @return whether the log-in had a session already
     */
    Mono<Boolean> begin(UUID id, byte[] cookieHash, byte[] before, Actor actor, UserTokens handedOver) {
        Instant now = clock.instant();
        DatabaseClient.GenericExecuteSpec begin = sql.sql("""
                with gone as (
                    delete from session where cookie_hash = :before
                        or keycloak_session <> '' and keycloak_session = :keycloakSession
                    returning keycloak_session, ends_at),
                begun as (
                    insert into session (id, cookie_hash, user_id, login, keycloak_session, id_token, access_token,
                        access_token_ends_at, refresh_token, created_at, last_seen_at, ends_at)
                    values (:id, :cookieHash, :user, :login, :keycloakSession, :idToken, :accessToken,
                        :accessTokenEndsAt, :refreshToken, :now, :now, least(:endsAt::timestamptz,
                            (select min(ends_at) from gone where keycloak_session = :keycloakSession and ends_at > :now))))
                select exists (select 1 from gone where keycloak_session = :keycloakSession) as goes_on""")
                .bind("id", id)
                .bind("cookieHash", cookieHash)
                .bind("before", before)
                .bind("user", actor.user())
                .bind("login", actor.login())
                .bind("keycloakSession", actor.session())
                .bind("now", now)
                .bind("endsAt", now.plus(lifetime));
        return tokens.bind(begin, id, handedOver)
                .map(row -> required(row, "goes_on", Boolean.class))
                .one();
    }

    /** Looking at a session keeps it from idling out. */
    Mono<Session> find(byte[] cookieHash) {
        Instant now = clock.instant();
        return sql.sql("""
                select id, user_id, login, keycloak_session, last_seen_at from session
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
                required(row, "login", String.class),
                required(row, "keycloak_session", String.class),
                required(row, "last_seen_at", Instant.class));
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package io.moorage.gateway.session;

import static io.moorage.gateway.session.SessionTable.required;

import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.token.Keycloak;
import io.moorage.gateway.token.LogInEnded;
import io.moorage.gateway.token.UserTokens;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The user's tokens in a session's row. Keycloak lets each refresh token be used once, so a renewal happens under the
 * row's lock, and whoever waited for it (another tab, another gateway) takes what it brought.
 */
@Component
class SessionTokens {
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final DatabaseClient lookUps;
    private final DatabaseClient renewals;
    private final TransactionalOperator transaction;
    private final Keycloak keycloak;
    private final Seal seal;
    private final Clock clock;
    private final ConcurrentMap<UUID, CompletableFuture<Stored>> underWay = new ConcurrentHashMap<>();

    SessionTokens(
            DatabaseClient lookUps,
            DatabaseClient renewals,
            TransactionalOperator renewalTransaction,
            Keycloak keycloak,
            Seal seal,
            Clock clock) {
        this.lookUps = lookUps;
        this.renewals = renewals;
        this.transaction = renewalTransaction;
        this.keycloak = keycloak;
        this.seal = seal;
        this.clock = clock;
    }

    /** An access token that is good for a while yet, renewed where needed. */
    Mono<Stored> current(UUID session) {
        return lookUps.sql("select access_token, access_token_ends_at, refresh_token from session where id = :id")
                .bind("id", session)
                .map(row -> open(session, row))
                .one()
                .switchIfEmpty(ended())
                .flatMap(stored -> isFresh(stored) ? Mono.just(stored) : renewed(session, stored));
    }

    /** The successor of a token that has ended, or that Keycloak refuses although it hasn't. */
    Mono<Stored> renewed(UUID session, Stored refused) {
        // One connection a session and gateway is enough, however many requests wait for the same renewal.
        CompletableFuture<Stored> renewal =
                underWay.computeIfAbsent(session, id -> renew(id, refused).toFuture());
        return Mono.fromFuture(renewal, true).doFinally(done -> underWay.remove(session, renewal));
    }

    private Mono<Stored> renew(UUID session, Stored refused) {
        return renewals.sql("""
                select access_token, access_token_ends_at, refresh_token from session where id = :id for update""")
                .bind("id", session)
                .map(row -> open(session, row))
                .one()
                .switchIfEmpty(ended())
                .flatMap(now -> now.refreshToken.equals(refused.refreshToken) ? ask(session, now) : Mono.just(now))
                .as(transaction::transactional)
                .onErrorResume(LogInEnded.class, over -> forget(session).then(ended()));
    }

    private Mono<Stored> ask(UUID session, Stored now) {
        return keycloak.renew(now.refreshToken).flatMap(brought -> {
            DatabaseClient.GenericExecuteSpec update = renewals.sql("""
                    update session set access_token = :accessToken, access_token_ends_at = :accessTokenEndsAt,
                        refresh_token = :refreshToken, id_token = coalesce(:idToken, id_token)
                    where id = :id""").bind("id", session);
            return bind(update, session, brought)
                    .fetch()
                    .rowsUpdated()
                    .thenReturn(new Stored(brought.access(), brought.accessEndsAt(), brought.refresh()));
        });
    }

    private Mono<Void> forget(UUID session) {
        return lookUps.sql("delete from session where id = :id")
                .bind("id", session)
                .then();
    }

    DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, UUID session, UserTokens tokens) {
        DatabaseClient.GenericExecuteSpec bound = sql.bind("accessToken", seal(session, "access", tokens.access()))
                .bind("accessTokenEndsAt", tokens.accessEndsAt())
                .bind("refreshToken", seal(session, "refresh", tokens.refresh()));
        String id = tokens.id();
        return id == null ? bound.bindNull("idToken", byte[].class) : bound.bind("idToken", seal(session, "id", id));
    }

    Optional<String> idToken(UUID session, byte[] sealed) {
        return seal.open(sealed, place(session, "id"));
    }

    Optional<String> refreshToken(UUID session, byte[] sealed) {
        return seal.open(sealed, place(session, "refresh"));
    }

    private byte[] seal(UUID session, String token, String value) {
        return seal.seal(value, place(session, token));
    }

    private Stored open(UUID session, Readable row) {
        return new Stored(
                open(session, "access", row),
                required(row, "access_token_ends_at", Instant.class),
                open(session, "refresh", row));
    }

    private String open(UUID session, String token, Readable row) {
        // Sealed with another key: the session cannot go on, and logging in again mends it.
        return seal.open(required(row, token + "_token", byte[].class), place(session, token))
                .orElseThrow(() -> new ProblemException(Problem.LOGIN_REQUIRED));
    }

    private boolean isFresh(Stored stored) {
        return stored.endsAt.isAfter(clock.instant().plus(MARGIN));
    }

    private static String place(UUID session, String token) {
        return "session/" + session + "/" + token;
    }

    private static <T> Mono<T> ended() {
        return Mono.error(() -> new ProblemException(Problem.LOGIN_REQUIRED));
    }

    /** Tokens as they lie in the row; the refresh token, used once each, tells one state of the row from the next. */
    record Stored(String accessToken, Instant endsAt, String refreshToken) {
        @Override
        public String toString() {
            return "Stored[endsAt=" + endsAt + "]";
        }
    }
}

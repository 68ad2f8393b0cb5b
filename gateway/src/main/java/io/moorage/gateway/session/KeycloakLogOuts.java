package io.moorage.gateway.session;

import static io.moorage.gateway.session.SessionTable.required;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.session.SessionEnds.Ended;
import io.moorage.gateway.token.Keycloak;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has Keycloak end the log-ins that users logged out of, with all their tokens: at once where it answers, else as soon as
 * it does. Its own session lives no longer than ours; after that nothing is owed any more.
 */
@Component
class KeycloakLogOuts {
    /** Longer than Keycloak may take; as long, other gateways leave alone what this one tries. */
    static final Duration CLAIMED = Duration.ofSeconds(8);

    private static final Logger log = LoggerFactory.getLogger(KeycloakLogOuts.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 10;

    private final DatabaseClient sql;
    private final SessionTokens tokens;
    private final Keycloak keycloak;
    private final Clock clock;
    private final Duration lifetime;

    KeycloakLogOuts(
            DatabaseClient lookUps, SessionTokens tokens, Keycloak keycloak, Clock clock, GatewaySettings settings) {
        this.sql = lookUps;
        this.tokens = tokens;
        this.keycloak = keycloak;
        this.clock = clock;
        this.lifetime = settings.session().lifetime();
    }

    /**
     * Never fails: where Keycloak doesn't answer it is asked again later.
     *
     * @return the id token, where Keycloak knows nothing of the refresh token and the browser has to end the log-in there
     */
    Mono<String> carryOut(Ended ended) {
        return ask(ended.id(), ended.refreshToken())
                .flatMap(done ->
                        done ? Mono.<String>empty() : Mono.justOrEmpty(tokens.idToken(ended.id(), ended.idToken())))
                .onErrorResume(away -> {
                    log.warn("Keycloak ends a log-in later: {}", away.toString());
                    return later(ended.id()).then(Mono.empty());
                });
    }

    /** At a fixed rate: with a fixed delay the thread of all that is scheduled would wait for Keycloak. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    Mono<Void> askAgain() {
        return Mono.defer(() -> askAgain(clock.instant())) // subscribed to each time, called but once
                .onErrorResume(away -> Mono.fromRunnable(
                        () -> log.warn("What Keycloak is owed could not be looked up: {}", away.toString())));
    }

    private Mono<Void> askAgain(Instant now) {
        return forget(now.minus(lifetime))
                .thenMany(claim(now))
                .flatMap(owed -> ask(owed.session, owed.refreshToken)
                        .onErrorResume(away -> later(owed.session).thenReturn(false)))
                .then();
    }

    /** Fails where Keycloak doesn't answer. */
    private Mono<Boolean> ask(UUID session, byte[] refreshToken) {
        Mono<Boolean> asked =
                tokens.refreshToken(session, refreshToken).map(keycloak::logOut).orElse(Mono.just(false));
        return asked.flatMap(done -> settled(session).thenReturn(done));
    }

    private Flux<Owed> claim(Instant now) {
        return sql.sql("""
                update keycloak_log_out set claimed_until = :until where session in (
                    select session from keycloak_log_out where claimed_until <= :now
                    order by at limit :most for update skip locked)
                returning session, refresh_token""")
                .bind("until", now.plus(CLAIMED))
                .bind("now", now)
                .bind("most", AT_ONCE)
                .map(Owed::read)
                .all();
    }

    private Mono<Void> later(UUID session) {
        return sql.sql("update keycloak_log_out set claimed_until = :until where session = :session")
                .bind("until", clock.instant().plus(NEXT_TRY))
                .bind("session", session)
                .then()
                .onErrorComplete();
    }

    private Mono<Void> settled(UUID session) {
        return sql.sql("delete from keycloak_log_out where session = :session")
                .bind("session", session)
                .then();
    }

    private Mono<Void> forget(Instant before) {
        return sql.sql("delete from keycloak_log_out where at <= :before")
                .bind("before", before)
                .then();
    }

    private record Owed(UUID session, byte[] refreshToken) {
        static Owed read(Readable row) {
            return new Owed(required(row, "session", UUID.class), required(row, "refresh_token", byte[].class));
        }
    }
}

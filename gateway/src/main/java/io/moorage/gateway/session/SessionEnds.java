package io.moorage.gateway.session;

import static io.moorage.gateway.session.SessionTable.required;

import io.moorage.gateway.revocation.Endings;
import io.moorage.gateway.revocation.RevocationShipping;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Ends log-ins. The statement that deletes a log-in's sessions writes its revocation as well, so there is never one
 * without the other; a log-in without a session here, as a command line's, is revoked too.
 */
@Component
class SessionEnds {
    private static final String WHAT_WAS = " returning id, cookie_hash, keycloak_session, id_token, refresh_token";
    private static final String REVOKED = """
            insert into revocation (kind, id, at)
            select distinct 'session', keycloak_session, :now::timestamptz from gone where keycloak_session <> ''
            on conflict do nothing""";

    /** Two sessions may share a log-in, where it was finished in two tabs at once. */
    private static final String OF_COOKIE = "with gone as (delete from session where cookie_hash = :hash"
            + " or keycloak_session <> '' and keycloak_session in"
            + " (select keycloak_session from session where cookie_hash = :hash)" + WHAT_WAS + "),\n"
            + "revoked as (" + REVOKED + "),\n"
            + """
            owed as (
                insert into keycloak_log_out (session, refresh_token, at, claimed_until)
                select id, refresh_token, :now::timestamptz, :claimedUntil::timestamptz from gone)
            select * from gone""";

    private static final String OF_LOG_IN =
            "with gone as (delete from session where keycloak_session = :sid" + WHAT_WAS + "),\n" + """
            revoked as (
                insert into revocation (kind, id, at) values ('session', :sid, :now::timestamptz) on conflict do nothing)
            select * from gone""";

    private static final String OF_USER = "with gone as (delete from session where user_id = :user" + WHAT_WAS + "),\n"
            + "revoked as (" + REVOKED + ")\nselect * from gone";

    private final DatabaseClient sql;
    private final RevocationShipping shipping;
    private final Endings endings;
    private final Clock clock;

    SessionEnds(DatabaseClient lookUps, RevocationShipping shipping, Endings endings, Clock clock) {
        this.sql = lookUps;
        this.shipping = shipping;
        this.endings = endings;
        this.clock = clock;
    }

    /** The user logs out: Keycloak has to end the log-in as well, and is owed to be told so. */
    Flux<Ended> ofCookie(byte[] hash) {
        return ended(sql.sql(OF_COOKIE)
                .bind("hash", hash)
                .bind("claimedUntil", clock.instant().plus(KeycloakLogOuts.CLAIMED)));
    }

    /** Keycloak says that a log-in is over. */
    Flux<Ended> ofLogIn(String keycloakSession) {
        return ended(sql.sql(OF_LOG_IN).bind("sid", keycloakSession))
                .doOnComplete(() -> endings.endedHere(keycloakSession));
    }

    /** Keycloak says that all log-ins of a user are over. */
    Flux<Ended> ofUser(String user) {
        return ended(sql.sql(OF_USER).bind("user", user));
    }

    private Flux<Ended> ended(DatabaseClient.GenericExecuteSpec delete) {
        return delete.bind("now", clock.instant())
                .map(SessionEnds::read)
                .all()
                .doOnNext(ended -> endings.endedHere(ended.keycloakSession))
                .doOnComplete(shipping::wake);
    }

    private static Ended read(Readable row) {
        return new Ended(
                required(row, "id", UUID.class),
                required(row, "cookie_hash", byte[].class),
                required(row, "keycloak_session", String.class),
                required(row, "id_token", byte[].class),
                required(row, "refresh_token", byte[].class));
    }

    /** A session that was there until now; its tokens are still sealed. */
    record Ended(UUID id, byte[] cookieHash, String keycloakSession, byte[] idToken, byte[] refreshToken) {}
}

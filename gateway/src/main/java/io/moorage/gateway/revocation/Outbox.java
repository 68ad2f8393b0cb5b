package io.moorage.gateway.revocation;

import io.moorage.contracts.revocation.Revocation;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revocations that Kafka doesn't have yet. Whoever ends a log-in writes the row in the same statement. */
@Component
class Outbox {
    private final DatabaseClient sql;

    Outbox(DatabaseClient lookUps) {
        this.sql = lookUps;
    }

    /** Takes rows for a while, so that no other gateway ships them meanwhile. */
    Flux<Revocation> claim(Instant now, Instant until, int most) {
        return sql.sql("""
                update revocation set claimed_until = :until where (kind, id) in (
                    select kind, id from revocation
                    where claimed_until is null or claimed_until <= :now
                    order by at limit :most for update skip locked)
                returning kind, id, at""")
                .bind("until", until)
                .bind("now", now)
                .bind("most", most)
                .map(Outbox::read)
                .all();
    }

    Mono<Void> delete(List<Revocation> shipped) {
        return sql.sql("delete from revocation where kind || ':' || id = any(:keys)")
                .bind("keys", keys(shipped))
                .then();
    }

    /** Gives claimed rows back, which could not be shipped. */
    Mono<Void> release(List<Revocation> claimed) {
        return sql.sql("update revocation set claimed_until = null where kind || ':' || id = any(:keys)")
                .bind("keys", keys(claimed))
                .then();
    }

    private static String[] keys(List<Revocation> revocations) {
        return revocations.stream().map(Revocation::key).toArray(String[]::new);
    }

    private static Revocation read(Readable row) {
        return new Revocation(
                Objects.requireNonNull(row.get("kind", String.class)),
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("at", Instant.class)));
    }
}

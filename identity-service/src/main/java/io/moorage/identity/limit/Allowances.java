package io.moorage.identity.limit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is left of each allowance, under a keyed hash of whose it is, as one moment: until then it is used up, and it may
 * lie ahead by no more than the time of its limit. Taken in {@link Turns}, in which takers of the same one wait for each
 * other: however many come at once, on whichever replica, no more get it than there are.
 */
@Component
public class Allowances {
    private static final String TAKE = """
            insert into allowance as known (subject, used_until)
            values (:subject, :now::timestamptz + :share::interval)
            on conflict (subject) do update set used_until = greatest(known.used_until, :now::timestamptz) + :share::interval
                where greatest(known.used_until, :now::timestamptz) + :share::interval <= :now::timestamptz + :per::interval
            """;

    private final JdbcClient jdbc;
    private final KeyedHash hash;

    Allowances(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /** @return empty if each had something left; else after how long the one that hadn't will, and the caller must roll back */
    public Optional<Duration> take(List<Allowance> allowances, Instant now) {
        for (Allowance allowance : allowances) {
            if (!take(allowance, now)) return Optional.of(wait(allowance, now));
        }
        return Optional.empty();
    }

    private boolean take(Allowance allowance, Instant now) {
        return jdbc.sql(TAKE)
                        .param("subject", subject(allowance))
                        .param("now", Timestamp.from(now))
                        .param("share", allowance.limit().share().toString())
                        .param("per", allowance.limit().per().toString())
                        .update()
                == 1;
    }

    private Duration wait(Allowance allowance, Instant now) {
        Instant usedUntil = jdbc.sql("select used_until from allowance where subject = ?")
                .param(subject(allowance))
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single();
        return Duration.between(
                now,
                usedUntil
                        .plus(allowance.limit().share())
                        .minus(allowance.limit().per()));
    }

    /** What was taken and turned out not to count. */
    public void giveBack(List<Allowance> allowances) {
        for (Allowance allowance : allowances)
            jdbc.sql("update allowance set used_until = used_until - ?::interval where subject = ?")
                    .params(allowance.limit().share().toString(), subject(allowance))
                    .update();
    }

    private byte[] subject(Allowance allowance) {
        return hash.of("subject", allowance.what(), allowance.whom());
    }

    /** Whoever used nothing up lately needs no row. */
    void forgetUnused(Instant now) {
        jdbc.sql("delete from allowance where used_until < ?")
                .param(Timestamp.from(now))
                .update();
    }
}

package io.moorage.identity.code;

import io.moorage.identity.code.Limits.Allowance;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is left of each allowance, as one moment: until then it is used up, and it may lie ahead by no more than the time
 * of its limit. Taken in a READ COMMITTED transaction, in which takers of the same one wait for each other: however many
 * come at once, on whichever replica, no more get it than there are.
 */
@Component
class Allowances {
    private static final String TAKE = """
            insert into second_factor_allowance as known (subject, used_until)
            values (:subject, :now::timestamptz + :share::interval)
            on conflict (subject) do update set used_until = greatest(known.used_until, :now::timestamptz) + :share::interval
                where greatest(known.used_until, :now::timestamptz) + :share::interval <= :now::timestamptz + :per::interval
            """;

    private final JdbcClient jdbc;

    Allowances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty if each had something left; else after how long the one that hadn't will, and the caller must roll back */
    Optional<Duration> take(List<Allowance> allowances, Instant now) {
        for (Allowance allowance : allowances) {
            if (!take(allowance, now)) return Optional.of(wait(allowance, now));
        }
        return Optional.empty();
    }

    private boolean take(Allowance allowance, Instant now) {
        return jdbc.sql(TAKE)
                        .param("subject", allowance.subject())
                        .param("now", Timestamp.from(now))
                        .param("share", allowance.limit().share().toString())
                        .param("per", allowance.limit().per().toString())
                        .update()
                == 1;
    }

    private Duration wait(Allowance allowance, Instant now) {
        Instant usedUntil = jdbc.sql("select used_until from second_factor_allowance where subject = ?")
                .param(allowance.subject())
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single();
        return Duration.between(
                now,
                usedUntil
                        .plus(allowance.limit().share())
                        .minus(allowance.limit().per()));
    }

    /** What was taken and turned out not to count. */
    void giveBack(List<Allowance> allowances) {
        for (Allowance allowance : allowances)
            jdbc.sql("update second_factor_allowance set used_until = used_until - ?::interval where subject = ?")
                    .params(allowance.limit().share().toString(), allowance.subject())
                    .update();
    }

    /** Whoever used nothing up lately needs no row. */
    void forgetUnused(Instant now) {
        jdbc.sql("delete from second_factor_allowance where used_until < ?")
                .param(Timestamp.from(now))
                .update();
    }
}

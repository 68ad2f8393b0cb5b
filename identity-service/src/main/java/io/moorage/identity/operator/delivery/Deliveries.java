package io.moorage.identity.operator.delivery;

import io.moorage.eventstore.Conflicts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators took, and what became of it. Shared by the replicas: a report may come to another than sent. */
@Component
public class Deliveries {
    /** A message that was handed over this lately may still arrive. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LONGEST_REFERENCE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A report may be quicker than we are. */
    public void handed(String operator, String reference) {
        write("""
                insert into operator_message (operator, reference, handed_at, state) values (?, ?, ?, ?)
                on conflict (operator, reference) do nothing
                """, operator, reference, "HANDED");
    }

    /** Counts once, however often it is said; what arrived once did. */
    public void report(String operator, DeliveryReport report) {
        if (report.state() == DeliveryReport.State.UNDER_WAY || !isReference(report.reference())) return;
        write("""
                insert into operator_message as known (operator, reference, handed_at, state) values (?, ?, ?, ?)
                on conflict (operator, reference) do update set state = excluded.state where known.state <> 'delivered'
                """, operator, report.reference(), report.state().name());
    }

    private static boolean isReference(String reference) {
        return !reference.isBlank() && reference.length() <= LONGEST_REFERENCE;
    }

    private void write(String sql, String operator, String reference, String state) {
        Timestamp now = Timestamp.from(clock.instant());
        Conflicts.retried(() -> jdbc.sql(sql)
                .params(operator, reference, now, state.toLowerCase(Locale.ROOT))
                .update());
    }

    /**
     * The part of what the operator took in that time which has arrived; empty if it took fewer than that, or isn't one
     * that reports.
     */
    public OptionalDouble rate(String operator, Duration time, int least) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select count(*) as taken, count(*) filter (where state = 'delivered') as delivered,
                            exists (select from operator_message where operator = ? and state <> 'handed') as reports
                        from operator_message where operator = ? and handed_at between ? and ?
                        """)
                .params(operator, operator, Timestamp.from(now.minus(time)), Timestamp.from(now.minus(PATIENCE)))
                .query((row, index) ->
                        rate(row.getLong("taken"), row.getLong("delivered"), row.getBoolean("reports"), least))
                .single();
    }

    private static OptionalDouble rate(long taken, long delivered, boolean reports, int least) {
        if (!reports || taken < Math.max(1, least)) return OptionalDouble.empty();
        return OptionalDouble.of((double) delivered / taken);
    }

    void forgetBefore(Instant limit) {
        jdbc.sql("delete from operator_message where handed_at < ?")
                .param(Timestamp.from(limit))
                .update();
    }
}

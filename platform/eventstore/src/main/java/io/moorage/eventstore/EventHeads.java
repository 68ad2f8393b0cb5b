package io.moorage.eventstore;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves on the heads of aggregates every two seconds, in one of the service's replicas. A head whose event is no longer
 * there as it was isn't moved: it stays behind for {@link Verification} to find.
 */
final class EventHeads implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHeads.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int BATCH = 20_000;
    private static final String MOVE = """
            with batch as materialized (
                select xid, seq, aggregate_id, n, hash from event
                where (xid, seq) > ((select xid from event_head_position), (select seq from event_head_position))
                and xid < pg_snapshot_xmin(pg_current_snapshot())
                order by xid, seq limit %d),
            moved as (
                insert into event_head as head (aggregate_id, n, hash)
                select distinct on (aggregate_id) aggregate_id, n, hash from batch order by aggregate_id, n desc
                on conflict (aggregate_id) do update set n = excluded.n, hash = excluded.hash
                where head.n < excluded.n and exists (
                    select 1 from event e where e.aggregate_id = head.aggregate_id and e.n = head.n and e.hash = head.hash))
            update event_head_position set xid = last.xid, seq = last.seq
            from (select xid, seq from batch order by xid desc, seq desc limit 1) as last
            returning (select count(*) from batch)
            """.formatted(BATCH);

    private final JdbcTemplate jdbc;
    private final Leases leases;

    EventHeads(JdbcTemplate jdbc, Leases leases) {
        this.jdbc = jdbc;
        this.leases = leases;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (leases.hold("event heads")) attempt();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Heads stay where they are");
        }
    }

    private void attempt() throws InterruptedException {
        try {
            while (move() == BATCH) LOG.debug("Heads have more to follow");
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "Heads are moved on later: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    /** How many events it followed. */
    int move() {
        return jdbc.query(MOVE, row -> row.next() ? row.getInt(1) : 0);
    }
}

package io.moorage.eventstore;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log in its order, below the horizon: nothing is ever skipped, whatever is still being committed. */
public final class Tail {
    private static final String HORIZON = """
            select pg_snapshot_xmin(now)::text,
                (select newest.xid::text from event newest order by newest.xid desc, newest.seq desc limit 1),
                (select below.xid::text from event below where below.xid < pg_snapshot_xmin(now) order by below.xid desc, below.seq desc limit 1)
            from pg_current_snapshot() now
            """;
    private static final String AFTER = """
            select xid::text, seq, aggregate, aggregate_id, n, type, revision, id, at, payload::text, metadata::text
            from event e
            where (e.xid, e.seq) > (?::xid8, ?) and e.xid < ?::xid8 and (? = 1 or (hashtext(e.aggregate_id) & 2147483647) % ? = ?)
                and (?::text[] is null or e.type = any(?))
            order by e.xid, e.seq limit ?
            """;

    private static final String AT = """
            select xid::text, seq, aggregate, aggregate_id, n, type, revision, id, at, payload::text, metadata::text
            from event where (xid, seq) = (?::xid8, ?)
            """;

    private static final long EVERYTHING = -1; // unsigned: beyond every transaction

    private final JdbcTemplate jdbc;
    private final EventRows rows;
    private final HeldBack held = new HeldBack();

    Tail(JdbcTemplate jdbc, EventRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The next events after a position, at most {@code limit}. */
    public Batch after(Position position, int limit) {
        return after(position, Part.ALL, limit);
    }

    Batch after(Position position, Part part, int limit) {
        // The horizon is taken first: what lies below it stays visible to every later statement.
        Horizon horizon = horizon();
        held.seen(horizon);
        List<StoredEvent> events = below(horizon.xid(), position, part, limit);
        Position reached = events.size() == limit
                ? events.getLast().position()
                : max(position, Position.endOf(horizon.newestBelow()));
        return new Batch(events, reached, events.size() == limit || horizon.holdsBack());
    }

    /** The next events, the horizon left aside: complete only while nobody can append. */
    List<StoredEvent> undisturbed(Position position, Part part, int limit) {
        return below(EVERYTHING, position, part, limit);
    }

    private List<StoredEvent> below(long xid, Position position, Part part, int limit) {
        return jdbc.query(
                AFTER,
                rows.rowMapper(),
                Long.toUnsignedString(position.xid()),
                position.seq(),
                Long.toUnsignedString(xid),
                part.segments(),
                part.segments(),
                part.segment(),
                part.types(),
                part.types(),
                limit);
    }

    /** The place of the last event that can be seen now. */
    Position last() {
        return jdbc.query(
                "select xid::text, seq from event order by xid desc, seq desc limit 1",
                row -> row.next()
                        ? new Position(Long.parseUnsignedLong(row.getString(1)), row.getLong(2))
                        : Position.START);
    }

    private Horizon horizon() {
        return jdbc.query(HORIZON, row -> {
            row.next();
            return new Horizon(
                    Long.parseUnsignedLong(row.getString(1)),
                    transaction(row.getString(2)),
                    transaction(row.getString(3)));
        });
    }

    private static long transaction(@Nullable String xid) {
        return xid == null ? 0 : Long.parseUnsignedLong(xid);
    }

    /** How long the oldest transaction still open has been holding back events that are committed already; zero if none waits. */
    Duration heldBack() {
        held.seen(horizon());
        return held.since();
    }

    StoredEvent at(Position position) {
        return jdbc.query(AT, rows.rowMapper(), Long.toUnsignedString(position.xid()), position.seq())
                .getFirst();
    }

    private static Position max(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * @param newest the transaction of the newest event that can be seen
     * @param newestBelow that of the newest below the horizon, and so as far as a reader can have come. Not the horizon itself:
     *     a PostgreSQL that dies forgets the numbers of transactions that left nothing on its disk, and gives them out again
     */
    record Horizon(long xid, long newest, long newestBelow) {
        boolean holdsBack() {
            return Long.compareUnsigned(newest, xid) >= 0;
        }
    }

    /**
     * Which events are asked for.
     *
     * @param segments into how many the aggregates are divided
     * @param types the stored events' names; null for all
     */
    record Part(int segments, int segment, String @Nullable [] types) {
        static final Part ALL = new Part(1, 0, null);
    }

    /**
     * @param reached where the next read goes on
     * @param more whether events are known to follow, some perhaps held back by a transaction still open
     */
    public record Batch(List<StoredEvent> events, Position reached, boolean more) {}
}

package io.moorage.eventstore;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log in its order, below the horizon: nothing is ever skipped, whatever is still being committed. */
public final class Tail {
    private static final String HORIZON =
            "select pg_snapshot_xmin(pg_current_snapshot())::text, (select xid::text from event order by xid desc limit 1)";
    private static final String AFTER = """
            select xid::text, seq, aggregate, aggregate_id, n, type, revision, id, at, payload::text, metadata::text
            from event e
            where (e.xid, e.seq) > (?::xid8, ?) and e.xid < ?::xid8 and (hashtext(e.aggregate_id) & 2147483647) % ? = ?
            order by e.xid, e.seq limit ?
            """;

    private static final String AT = """
            select xid::text, seq, aggregate, aggregate_id, n, type, revision, id, at, payload::text, metadata::text
            from event where (xid, seq) = (?::xid8, ?)
            """;

    private final JdbcTemplate jdbc;
    private final EventRows rows;

    Tail(JdbcTemplate jdbc, EventRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * The next events after a position, at most {@code limit}, of the aggregates that fall into one of so many segments.
     */
    public Batch after(Position position, int segments, int segment, int limit) {
        // The horizon is taken first: what lies below it stays visible to every later statement.
        Horizon horizon = jdbc.query(HORIZON, row -> {
            row.next();
            String newest = row.getString(2);
            return new Horizon(
                    Long.parseUnsignedLong(row.getString(1)), newest == null ? 0 : Long.parseUnsignedLong(newest));
        });
        List<StoredEvent> events = jdbc.query(
                AFTER,
                rows.rowMapper(),
                Long.toUnsignedString(position.xid()),
                position.seq(),
                Long.toUnsignedString(horizon.xid()),
                segments,
                segment,
                limit);
        Position reached =
                events.size() == limit ? events.getLast().position() : max(position, Position.before(horizon.xid()));
        boolean more = events.size() == limit || Long.compareUnsigned(horizon.newest(), horizon.xid()) >= 0;
        return new Batch(events, reached, more);
    }

    public Batch after(Position position, int limit) {
        return after(position, 1, 0, limit);
    }

    StoredEvent at(Position position) {
        return jdbc.query(AT, rows.rowMapper(), Long.toUnsignedString(position.xid()), position.seq())
                .getFirst();
    }

    private static Position max(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private record Horizon(long xid, long newest) {}

    /**
     * @param reached where the next read goes on
     * @param more whether events are known to follow, some perhaps held back by a transaction still open
     */
    public record Batch(List<StoredEvent> events, Position reached, boolean more) {}
}

package io.moorage.eventstore;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What readers keep in the database: how far each has come, and the events it had to put aside. */
final class ReaderState {
    private static final String PARK = """
            insert into dead_letter (reader, segment, xid, seq, aggregate_id, error, tries, next_try_at)
            values (?, ?, ?::xid8, ?, ?, ?, 1, now() + interval '1 second') on conflict (reader, xid, seq) do nothing
            """;
    /** Of each aggregate only the first letter: the later ones wait for it. */
    private static final String DUE = """
            select xid::text, seq from dead_letter d
            where reader = ? and segment = ? and next_try_at <= now() and not exists (
                select 1 from dead_letter earlier
                where earlier.reader = d.reader and earlier.aggregate_id = d.aggregate_id and (earlier.xid, earlier.seq) < (d.xid, d.seq))
            order by next_try_at limit 100
            """;

    private static final String TRY_LATER = """
            update dead_letter set tries = tries + 1, error = ?,
                next_try_at = now() + make_interval(secs => least(power(2, least(tries, 10)), 300))
            where reader = ? and xid = ?::xid8 and seq = ?
            """;

    private final JdbcTemplate jdbc;

    ReaderState(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Position position(String reader, int segment) {
        jdbc.update("insert into reader_position values (?, ?, '0', 0) on conflict do nothing", reader, segment);
        return jdbc.query(
                "select xid::text, seq from reader_position where reader = ? and segment = ?",
                row -> {
                    row.next();
                    return new Position(Long.parseUnsignedLong(row.getString(1)), row.getLong(2));
                },
                reader,
                segment);
    }

    /** @throws LeaseLost if another instance moved the position meanwhile */
    void advance(String reader, int segment, Position from, Position to) {
        int moved = jdbc.update(
                "update reader_position set xid = ?::xid8, seq = ? where reader = ? and segment = ? and (xid, seq) = (?::xid8, ?)",
                Long.toUnsignedString(to.xid()),
                to.seq(),
                reader,
                segment,
                Long.toUnsignedString(from.xid()),
                from.seq());
        if (moved == 0) throw new LeaseLost(reader + "/" + segment);
    }

    List<String> parkedAggregates(String reader, int segment) {
        return jdbc.query(
                "select distinct aggregate_id from dead_letter where reader = ? and segment = ?",
                (row, index) -> row.getString(1),
                reader,
                segment);
    }

    void park(String reader, int segment, StoredEvent event, String error) {
        jdbc.update(
                PARK,
                reader,
                segment,
                Long.toUnsignedString(event.position().xid()),
                event.position().seq(),
                event.aggregateId(),
                error);
    }

    List<Position> due(String reader, int segment) {
        return jdbc.query(
                DUE,
                (row, index) -> new Position(Long.parseUnsignedLong(row.getString(1)), row.getLong(2)),
                reader,
                segment);
    }

    void tryLater(String reader, Position letter, String error) {
        jdbc.update(TRY_LATER, error, reader, Long.toUnsignedString(letter.xid()), letter.seq());
    }

    /** Whether it was still there: an operator may have dropped it. */
    boolean remove(String reader, Position letter) {
        return jdbc.update(
                        "delete from dead_letter where reader = ? and xid = ?::xid8 and seq = ?",
                        reader,
                        Long.toUnsignedString(letter.xid()),
                        letter.seq())
                == 1;
    }
}

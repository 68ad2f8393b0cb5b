package io.moorage.eventstore;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stored events that readers could not handle. */
final class DeadLetters implements PutAside {
    private static final String NAME = "event";
    private static final String KEY = " (d.reader, d.xid, d.seq) ";
    private static final String THIS = KEY + "= (?, ?::xid8, ?)";
    /** Of an error only its kind: what follows the colon may quote the event. */
    private static final String LETTERS = """
            select 'event:' || d.reader || ':' || d.xid::text || ':' || d.seq as id, d.reader as place, d.aggregate_id,
                coalesce(e.id, '') as event_id, coalesce(e.type, '') as type, split_part(d.error, ':', 1) as error,
                d.tries, d.parked_at, d.next_try_at, exists (
                    select 1 from dead_letter earlier where earlier.reader = d.reader
                    and earlier.aggregate_id = d.aggregate_id and (earlier.xid, earlier.seq) < (d.xid, d.seq)) as waits
            from %s d left join event e on (e.xid, e.seq) = (d.xid, d.seq)
            """;

    private static final String AFTER =
            LETTERS.formatted("dead_letter") + "where" + KEY + "> (?, ?::xid8, ?) order by" + KEY + "limit ?";
    private static final String FIND = LETTERS.formatted("dead_letter") + "where" + THIS;
    private static final String RETRY = "update dead_letter d set next_try_at = now() where" + THIS;
    private static final String DROP =
            "with dropped as (delete from dead_letter d where" + THIS + " returning *) " + LETTERS.formatted("dropped");

    private final JdbcTemplate jdbc;

    DeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Item> list(@Nullable String after, int limit) {
        Key from = after == null ? new Key("", "0", 0) : key(after);
        return jdbc.query(AFTER, Item::of, from.reader(), from.xid(), from.seq(), limit);
    }

    @Override
    public void retry(String id) {
        if (only(id, FIND).waits()) throw NotParked.waits(id);
        Key key = key(id);
        int found = Conflicts.retried(() -> jdbc.update(RETRY, key.reader(), key.xid(), key.seq()));
        if (found == 0) throw NotParked.gone(id);
    }

    @Override
    public Item drop(String id) {
        return Conflicts.retried(() -> only(id, DROP));
    }

    private Item only(String id, String statement) {
        Key key = key(id);
        return jdbc.query(statement, Item::of, key.reader(), key.xid(), key.seq()).stream()
                .findFirst()
                .orElseThrow(() -> NotParked.gone(id));
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query("select reader, count(*) from dead_letter group by reader", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static Key key(String id) {
        String[] parts = id.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(NAME)) throw NotParked.gone(id);
        try {
            return new Key(parts[1], Long.toUnsignedString(Long.parseUnsignedLong(parts[2])), Long.parseLong(parts[3]));
        } catch (NumberFormatException e) {
            throw NotParked.gone(id);
        }
    }

    private record Key(String reader, String xid, long seq) {}
}

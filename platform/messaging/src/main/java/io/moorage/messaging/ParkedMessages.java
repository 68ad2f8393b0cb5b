package io.moorage.messaging;

import io.moorage.eventstore.Conflicts;
import io.moorage.eventstore.NotParked;
import io.moorage.eventstore.PutAside;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages of other services that subscriptions could not take in. */
final class ParkedMessages implements PutAside {
    private static final String NAME = "message";
    private static final String KEY = " (p.subscription, p.topic, p.partition, p.\"offset\") ";
    private static final String THIS = KEY + "= (?, ?, ?, ?)";
    /** Of an error only its kind: what follows the colon may quote the message. */
    private static final String MESSAGES = """
            select 'message:' || p.subscription || ':' || p.topic || ':' || p.partition || ':' || p."offset" as id,
                p.subscription as place, p.aggregate_id, coalesce(p.headers ->> 'id', '') as event_id, p.type,
                split_part(p.error, ':', 1) as error, p.tries, p.parked_at, p.next_try_at, exists (
                    select 1 from parked_message earlier where earlier.subscription = p.subscription
                    and earlier.aggregate_id = p.aggregate_id and earlier.topic = p.topic
                    and earlier."offset" < p."offset") as waits
            from %s p
            """;

    private static final String AFTER =
            MESSAGES.formatted("parked_message") + "where" + KEY + "> (?, ?, ?, ?) order by" + KEY + "limit ?";
    private static final String FIND = MESSAGES.formatted("parked_message") + "where" + THIS;
    private static final String RETRY = "update parked_message p set next_try_at = now() where" + THIS;
    private static final String DROP = "with dropped as (delete from parked_message p where" + THIS + " returning *) "
            + MESSAGES.formatted("dropped");

    private final JdbcTemplate jdbc;

    ParkedMessages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Item> list(@Nullable String after, int limit) {
        Key from = after == null ? new Key("", "", 0, 0) : key(after);
        return jdbc.query(AFTER, Item::of, from.subscription(), from.topic(), from.partition(), from.offset(), limit);
    }

    @Override
    public void retry(String id) {
        if (only(id, FIND).waits()) throw NotParked.waits(id);
        Key key = key(id);
        int found = Conflicts.retried(
                () -> jdbc.update(RETRY, key.subscription(), key.topic(), key.partition(), key.offset()));
        if (found == 0) throw NotParked.gone(id);
    }

    @Override
    public Item drop(String id) {
        return Conflicts.retried(() -> only(id, DROP));
    }

    private Item only(String id, String statement) {
        Key key = key(id);
        return jdbc.query(statement, Item::of, key.subscription(), key.topic(), key.partition(), key.offset()).stream()
                .findFirst()
                .orElseThrow(() -> NotParked.gone(id));
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query("select subscription, count(*) from parked_message group by subscription", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static Key key(String id) {
        String[] parts = id.split(":", -1);
        if (parts.length != 5 || !parts[0].equals(NAME)) throw NotParked.gone(id);
        try {
            return new Key(parts[1], parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
        } catch (NumberFormatException e) {
            throw NotParked.gone(id);
        }
    }

    private record Key(String subscription, String topic, int partition, long offset) {}
}

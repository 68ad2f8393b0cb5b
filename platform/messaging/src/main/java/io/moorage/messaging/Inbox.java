package io.moorage.messaging;

import io.moorage.eventstore.EventJson;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What this service has taken in from others' topics, and what it had to put aside. */
final class Inbox {
    private static final String PARK = """
            insert into parked_message (subscription, topic, partition, "offset", aggregate_id, type, headers, value, error, tries, next_try_at)
            values (?, ?, ?, ?, ?, ?, ?::json, ?, ?, 1, now() + interval '1 second') on conflict do nothing
            """;
    /** Of each aggregate only the first message: the later ones wait for it. */
    private static final String DUE = """
            select topic, partition, "offset", aggregate_id, type, headers::text, value from parked_message p
            where subscription = ? and next_try_at <= now() and not exists (
                select 1 from parked_message earlier where earlier.subscription = p.subscription
                and earlier.aggregate_id = p.aggregate_id and earlier.topic = p.topic and earlier."offset" < p."offset")
            order by next_try_at limit 100
            """;

    private static final String TRY_LATER = """
            update parked_message set tries = tries + 1, error = ?,
                next_try_at = now() + make_interval(secs => least(power(2, least(tries, 10)), 300))
            where subscription = ? and topic = ? and partition = ? and "offset" = ?
            """;

    private final JdbcTemplate jdbc;
    private final EventJson json;

    Inbox(JdbcTemplate jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether the event is new here; if so it counts as taken in, once the transaction commits. */
    boolean takeIn(String subscription, String eventId) {
        return jdbc.update(
                        "insert into inbox (subscription, event_id) values (?, ?) on conflict do nothing",
                        subscription,
                        eventId)
                == 1;
    }

    boolean parked(String subscription, String aggregateId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from parked_message where subscription = ? and aggregate_id = ?)",
                Boolean.class,
                subscription,
                aggregateId));
    }

    void park(String subscription, Message message, String error) {
        jdbc.update(
                PARK,
                subscription,
                message.topic(),
                message.partition(),
                message.offset(),
                message.aggregateId(),
                message.type(),
                json.write(message.attributes()),
                message.value(),
                error);
    }

    List<Message> due(String subscription) {
        return jdbc.query(
                DUE,
                (row, index) -> new Message(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("offset"),
                        row.getString("aggregate_id"),
                        row.getString("type"),
                        attributes(row.getString("headers")),
                        row.getString("value")),
                subscription);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> attributes(String text) {
        return json.read(text, Map.class);
    }

    void tryLater(String subscription, Message message, String error) {
        jdbc.update(TRY_LATER, error, subscription, message.topic(), message.partition(), message.offset());
    }

    /** Whether the message was parked still; an operator may have dropped it meanwhile. */
    boolean remove(String subscription, Message message) {
        return jdbc.update(
                        "delete from parked_message where subscription = ? and topic = ? and partition = ? and \"offset\" = ?",
                        subscription,
                        message.topic(),
                        message.partition(),
                        message.offset())
                == 1;
    }
}

package io.moorage.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/**
 * Writes and reads aggregates' events. An event whose number is taken already violates {@code event_aggregate_n}: two
 * commands met, and the later one is carried out again.
 */
final class EventRows {
    private static final String APPEND = """
            insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
            """;
    private static final String AFTER_SNAPSHOT = """
            select s.n as snapshot_at, e.aggregate, e.aggregate_id, e.n, e.type, e.revision, e.id, e.at, e.payload::text, e.metadata::text, e.hash
            from (select (select n from snapshot where aggregate_id = ? and revision = ?) as n) s
                left join event e on e.aggregate_id = ? and e.n > coalesce(s.n, -1)
            order by e.n
            """;
    private static final String LAST = "select n from event where aggregate_id = ? order by n desc limit 1";

    private final JdbcTemplate jdbc;
    private final StoredEvents events;
    private final EventJson json;

    EventRows(JdbcTemplate jdbc, StoredEvents events, EventJson json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    /**
     * Adds the events' rows to what is to be written.
     *
     * @param previous the hash of the aggregate's event before, null if there is none
     * @return the last one's hash
     */
    byte[] append(List<DomainEventMessage<?>> applied, byte @Nullable [] previous, Statements statements) {
        byte[] hash = previous == null ? new byte[0] : previous;
        for (DomainEventMessage<?> event : applied) {
            Class<?> type = event.getPayloadType();
            Instant at = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
            String payload = json.write(event.getPayload());
            String metadata = json.write(event.getMetaData());
            hash = hash(hash, event, events.nameOf(type), events.revisionOf(type), at, payload, metadata);
            statements.addEvent(
                    APPEND,
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    events.nameOf(type),
                    events.revisionOf(type),
                    event.getIdentifier(),
                    Timestamp.from(at),
                    payload,
                    metadata,
                    hash);
        }
        return hash;
    }

    /** As {@code event_hash} in the database computes it, which checks it. */
    private static byte[] hash(
            byte[] previous,
            DomainEventMessage<?> event,
            String name,
            String revision,
            Instant at,
            String payload,
            String metadata) {
        String covered = event.getAggregateIdentifier()
                + '\n'
                + event.getSequenceNumber()
                + '\n'
                + name
                + '\n'
                + revision
                + '\n'
                + event.getIdentifier()
                + '\n'
                + (at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000)
                + '\n'
                + payload
                + '\n'
                + metadata;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            return sha.digest(covered.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An aggregate's events after its snapshot, if it has one of that revision; all of them otherwise. */
    History history(String aggregateId, String snapshotRevision) {
        ResultSetExtractor<History> all = this::history;
        return jdbc.query(AFTER_SNAPSHOT, all, aggregateId, snapshotRevision, aggregateId);
    }

    private History history(ResultSet row) throws SQLException {
        List<Row> rows = new ArrayList<>();
        boolean snapshot = false;
        while (row.next()) {
            snapshot = row.getObject("snapshot_at") != null;
            if (row.getObject("n") != null) rows.add(row(row));
        }
        return new History(snapshot, rows);
    }

    /** The number of the aggregate's last stored event, -1 without one. */
    long last(String aggregateId) {
        return jdbc.query(LAST, row -> row.next() ? row.getLong(1) : -1L, aggregateId);
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("n"),
                new GenericDomainEventMessage<>(
                        row.getString("aggregate"),
                        row.getString("aggregate_id"),
                        row.getLong("n"),
                        payload(row),
                        MetaData.from(json.readStrings(row.getString("metadata"))),
                        row.getString("id"),
                        row.getTimestamp("at").toInstant()),
                row.getBytes("hash"));
    }

    private Object payload(ResultSet row) throws SQLException {
        return events.read(row.getString("type"), row.getString("revision"), row.getString("payload"), json);
    }

    /** For readers: rows with {@code xid::text, seq} and the rest of an event's columns. */
    RowMapper<StoredEvent> rowMapper() {
        return (row, index) -> new StoredEvent(
                new Position(Long.parseUnsignedLong(row.getString("xid")), row.getLong("seq")),
                row.getString("aggregate"),
                row.getString("aggregate_id"),
                row.getLong("n"),
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                payload(row),
                json.readStrings(row.getString("metadata")));
    }

    static DomainEventMessage<?> message(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregate(),
                event.aggregateId(),
                event.n(),
                event.payload(),
                MetaData.from(Map.copyOf(event.metadata())),
                event.id(),
                event.at());
    }

    /** @param snapshot whether the events follow one */
    record History(boolean snapshot, List<Row> events) {}

    /** An aggregate's event and its hash. */
    record Row(long n, DomainEventMessage<?> message, byte[] hash) {}
}

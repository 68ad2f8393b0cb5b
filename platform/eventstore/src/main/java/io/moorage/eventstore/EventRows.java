package io.moorage.eventstore;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Writes and reads aggregates' events. An event whose number is taken already violates {@code event_aggregate_n}: two
 * commands met, and {@link Commands} tries the later one again.
 */
final class EventRows implements EventStorageEngine {
    private static final String APPEND = """
            insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
            select aggregate, aggregate_id, n, type, '1', id, at, payload, metadata, event_hash(
                (select hash from event previous where previous.aggregate_id = new.aggregate_id and previous.n = new.n - 1),
                aggregate_id, n, type, '1', id, at, payload, metadata)
            from (values (?, ?, ?::bigint, ?, ?, ?::timestamptz, ?::json, ?::json))
                as new (aggregate, aggregate_id, n, type, id, at, payload, metadata)
            """;
    private static final String OF_AGGREGATE = """
            select xid::text, seq, aggregate, aggregate_id, n, type, revision, id, at, payload::text, metadata::text
            from event where aggregate_id = ? and n >= ? order by n
            """;

    private final JdbcTemplate jdbc;
    private final StoredEvents events;
    private final EventJson json;

    EventRows(JdbcTemplate jdbc, StoredEvents events, EventJson json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        List<Object[]> rows = messages.stream().map(this::row).toList();
        if (rows.size() == 1) jdbc.update(APPEND, rows.getFirst());
        else jdbc.batchUpdate(APPEND, rows);
    }

    private Object[] row(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event))
            throw new IllegalArgumentException("Only aggregates' events are stored: " + message.getPayloadType());
        return new Object[] {
            event.getType(),
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            events.nameOf(event.getPayloadType()),
            event.getIdentifier(),
            Timestamp.from(event.getTimestamp()),
            json.write(event.getPayload()),
            json.write(event.getMetaData())
        };
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstN) {
        List<StoredEvent> found = jdbc.query(OF_AGGREGATE, rowMapper(), aggregateId, firstN);
        return DomainEventStream.of(found.stream().map(EventRows::message));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(
                jdbc.queryForObject("select max(n) from event where aggregate_id = ?", Long.class, aggregateId));
    }

    RowMapper<StoredEvent> rowMapper() {
        return (row, index) -> new StoredEvent(
                new Position(Long.parseUnsignedLong(row.getString("xid")), row.getLong("seq")),
                row.getString("aggregate"),
                row.getString("aggregate_id"),
                row.getLong("n"),
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                json.read(row.getString("payload"), events.classOf(row.getString("type"))),
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

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("No aggregate is configured to take snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("Readers follow the log with TailReader");
    }
}

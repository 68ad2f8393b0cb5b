package io.moorage.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Makes aggregates from their events, or from a snapshot and the events after it. */
final class AggregateLoader {
    private final EventRows rows;
    private final Snapshots snapshots;

    AggregateLoader(EventRows rows, Snapshots snapshots) {
        this.rows = rows;
        this.snapshots = snapshots;
    }

    <T> LiveAggregate<T> load(AggregateType<T> type, String aggregateId) {
        EventRows.History history = rows.history(aggregateId, snapshots.revision(type.root()));
        if (!history.snapshot())
            return history.events().isEmpty() ? LiveAggregate.missing(type) : replayed(type, null, history.events());
        Snapshots.Snapshot snapshot = snapshots.find(aggregateId, type.root());
        if (snapshot == null) throw new StaleAggregate(aggregateId); // it was replaced in between
        return replayed(
                type,
                snapshot,
                history.events().stream()
                        .filter(event -> event.n() > snapshot.n())
                        .toList());
    }

    private static <T> LiveAggregate<T> replayed(
            AggregateType<T> type, Snapshots.@Nullable Snapshot snapshot, List<EventRows.Row> events) {
        long snapshotAt = snapshot == null ? -1 : snapshot.n();
        Applied applied = new Applied();
        List<DomainEventMessage<?>> messages = events.stream()
                .<DomainEventMessage<?>>map(EventRows.Row::message)
                .toList();
        Object state = snapshot == null ? null : snapshot.state();
        byte[] hash = events.isEmpty() && snapshot != null
                ? snapshot.hash()
                : events.getLast().hash();
        return new LiveAggregate<>(
                type,
                type.replayed(state, snapshotAt, messages, applied),
                applied,
                snapshotAt + events.size(),
                hash,
                snapshotAt);
    }
}

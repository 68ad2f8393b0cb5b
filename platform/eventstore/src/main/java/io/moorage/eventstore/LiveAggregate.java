package io.moorage.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate in memory: its state after the stored events and those applied since. One thread has it at a time.
 */
final class LiveAggregate<T> {
    private final AggregateType<T> type;
    private final @Nullable EventSourcedAggregate<T> instance;
    private final Applied applied;
    private long stored;
    private byte @Nullable [] hash;
    private long snapshotAt;

    /**
     * @param instance null if no such aggregate is stored
     * @param stored the number of its last stored event, -1 without one
     * @param hash that event's
     * @param snapshotAt the event up to which the latest snapshot goes, -1 without one
     */
    LiveAggregate(
            AggregateType<T> type,
            @Nullable EventSourcedAggregate<T> instance,
            Applied applied,
            long stored,
            byte @Nullable [] hash,
            long snapshotAt) {
        this.type = type;
        this.instance = instance;
        this.applied = applied;
        this.stored = stored;
        this.hash = hash;
        this.snapshotAt = snapshotAt;
    }

    static <T> LiveAggregate<T> missing(AggregateType<T> type) {
        return new LiveAggregate<>(type, null, new Applied(), -1, null, -1);
    }

    AggregateType<T> type() {
        return type;
    }

    boolean isNew() {
        return instance == null;
    }

    Aggregate<T> instance() {
        if (instance == null) throw new IllegalStateException("No such aggregate");
        return instance;
    }

    @Nullable
    T root() {
        return instance == null ? null : instance.getAggregateRoot();
    }

    Applied applied() {
        return applied;
    }

    long stored() {
        return stored;
    }

    byte @Nullable [] hash() {
        return hash;
    }

    long snapshotAt() {
        return snapshotAt;
    }

    /** As it was stored, with these events applied again. */
    LiveAggregate<T> with(List<DomainEventMessage<?>> kept) {
        if (kept.isEmpty()) return this;
        EventSourcedAggregate<T> again = type.replayed(root(), stored, kept, applied);
        applied.again(kept);
        return new LiveAggregate<>(type, again, applied, stored, hash, snapshotAt);
    }

    /** All that was applied is stored now. */
    void isStored(byte[] lastHash) {
        stored += applied.count();
        hash = lastHash;
        applied.clear();
    }

    void hasSnapshot(long at) {
        snapshotAt = at;
    }
}

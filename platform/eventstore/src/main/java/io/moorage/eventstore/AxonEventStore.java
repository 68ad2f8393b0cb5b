package io.moorage.eventstore;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store over {@link EventRows}. Its own readers skip events on PostgreSQL, so it offers them no stream. */
final class AxonEventStore extends AbstractEventStore {
    private AxonEventStore(Builder builder) {
        super(builder);
    }

    static AxonEventStore over(EventRows rows) {
        Builder builder = new Builder();
        builder.storageEngine(rows);
        return new AxonEventStore(builder);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        throw new UnsupportedOperationException("Readers follow the log with TailReader");
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}

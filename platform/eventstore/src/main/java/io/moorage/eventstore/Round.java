package io.moorage.eventstore;

import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** One try at carrying out commands of one aggregate: the aggregate while they are handled, one after the other. */
final class Round {
    private static final ScopedValue<Round> CURRENT = ScopedValue.newInstance();

    private final String aggregateId;
    private final AggregateLoader loader;
    private final boolean careful;
    private @Nullable LiveAggregate<?> live;
    private boolean fromCache;

    /**
     * @param cached the aggregate as this instance knew it last, if it does
     * @param careful whether an aggregate about to be created is looked for in the log first
     */
    Round(String aggregateId, AggregateLoader loader, @Nullable LiveAggregate<?> cached, boolean careful) {
        this.aggregateId = aggregateId;
        this.loader = loader;
        this.careful = careful;
        this.live = cached;
        this.fromCache = cached != null;
    }

    static Round current() {
        return CURRENT.get();
    }

    <R extends @Nullable Object> R call(Callable<R> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    @SuppressWarnings("unchecked")
    <T> LiveAggregate<T> aggregate(AggregateType<T> type) {
        if (live == null) live = loader.load(type, aggregateId);
        if (live.type() != type)
            throw new AggregateNotFoundException(
                    aggregateId, "It is no " + type.root().getSimpleName());
        return (LiveAggregate<T>) live;
    }

    <T> Aggregate<T> created(AggregateType<T> type, EventSourcedAggregate<T> instance, Applied applied) {
        if (careful && live == null) live = loader.load(type, aggregateId);
        if (live != null && !live.isNew()) throw new IllegalStateException(aggregateId + " exists already");
        live = new LiveAggregate<>(type, instance, applied, -1, null, -1);
        return instance;
    }

    /** The aggregate, if any command has touched it. */
    @Nullable
    LiveAggregate<?> live() {
        return live;
    }

    int applied() {
        return live == null ? 0 : live.applied().count();
    }

    /** Whether what the commands saw may be out of date: only what is appended is checked by the append. */
    boolean isUnproven() {
        return fromCache && applied() == 0;
    }

    /** Takes back what was applied after so many events. */
    void reset(int count) {
        if (live == null || live.applied().count() == count) return;
        LiveAggregate<?> stored = loader.load(live.type(), aggregateId);
        if (stored.stored() != live.stored()) throw new StaleAggregate(aggregateId);
        live = stored.with(live.applied().first(count));
    }
}

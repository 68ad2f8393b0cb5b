package io.moorage.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that this instance wrote last. One may be out of date, since another instance may have written to it:
 * an append to it then fails, and what appends nothing is checked against the log.
 */
final class AggregateCache {
    private final Cache<String, LiveAggregate<?>> aggregates;

    AggregateCache(int most) {
        this.aggregates = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The aggregate, which is the taker's alone until it is put back. */
    @Nullable
    LiveAggregate<?> take(String aggregateId) {
        return aggregates.asMap().remove(aggregateId);
    }

    void put(String aggregateId, LiveAggregate<?> live) {
        aggregates.put(aggregateId, live);
    }

    void forget(String aggregateId) {
        aggregates.invalidate(aggregateId);
    }
}

package io.moorage.bench.service;

import io.moorage.eventstore.FromTail;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Counts what it is told and stores nothing: what the reader itself costs. */
@FromTail
@ConditionalOnProperty(name = "bench.replays", havingValue = "count")
class CountedTokens implements Replayed {
    private final AtomicLong events = new AtomicLong();

    @EventHandler
    void on(CounterEvent.Counted event) {
        events.incrementAndGet();
    }

    @Override
    public long events() {
        return events.get();
    }
}

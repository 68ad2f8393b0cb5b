package io.moorage.bench.service;

import io.moorage.eventstore.FromTail;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps a row for each event. */
@FromTail
@ConditionalOnProperty(name = "bench.replays", havingValue = "rows")
class CountedRows implements Replayed {
    private final JdbcTemplate jdbc;
    private final AtomicLong events = new AtomicLong();

    CountedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(CounterEvent.Counted event) {
        jdbc.update(
                "insert into counted (id, value, token) values (?, ?, ?)", event.id(), event.value(), event.token());
        events.incrementAndGet();
    }

    @Override
    public long events() {
        return events.get();
    }
}

package io.moorage.bench.service;

import io.moorage.eventstore.WithCommand;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/** The value of each counter. */
@WithCommand(tables = "counter_value")
class CounterValues {
    private final JdbcTemplate jdbc;

    CounterValues(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(CounterEvent.Counted event) {
        jdbc.update(
                "insert into counter_value values (?, ?) on conflict (id) do update set value = excluded.value",
                event.id(),
                event.value());
    }
}

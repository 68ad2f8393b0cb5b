package io.moorage.testkit.broken.one;

import io.moorage.testkit.broken.two.ThingManager;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.jdbc.core.JdbcTemplate;

/** An aggregate with SQL, a misnamed evolve, and a slice that depends on it and on which it depends. */
@AggregateRoot
public class Thing {
    JdbcTemplate jdbc = new JdbcTemplate();
    ThingManager other = new ThingManager();

    @EventSourcingHandler
    int apply(ThingEvent.Happened event) {
        return event.id().length();
    }
}

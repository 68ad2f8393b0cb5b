package io.moorage.eventstore.counter;

import io.moorage.eventstore.FromTail;
import io.moorage.eventstore.Policy;
import io.moorage.eventstore.StoredEvents;
import io.moorage.eventstore.WithCommand;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service of one aggregate, with a reader of each kind. */
@SpringBootApplication
public class CounterApplication {

    /** One of the service's replicas. */
    public static ConfigurableApplicationContext start(String database) {
        return new SpringApplicationBuilder(CounterApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", database,
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "postgres",
                        "spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ",
                        "spring.datasource.hikari.maximum-pool-size", "20",
                        "logging.level.root", "warn"))
                .run();
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(Counter.CounterEvent.class);
    }

    @WithCommand
    static class Values {
        private final JdbcTemplate jdbc;

        Values(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            jdbc.update(
                    "insert into counter_value values (?, ?) on conflict (id) do update set value = excluded.value",
                    event.id(),
                    event.value());
        }
    }

    @FromTail
    static class Total {
        private final JdbcTemplate jdbc;

        Total(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            jdbc.update("update counter_total set total = total + 1");
        }
    }

    /** Notes what it was told, and refuses the counters it was told to refuse. */
    @Policy
    public static class Witness {
        public static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();
        private final JdbcTemplate jdbc;

        Witness(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            if (REFUSED.contains(event.id())) throw new IllegalStateException("poison");
            jdbc.update("insert into witnessed (id, value) values (?, ?)", event.id(), event.value());
        }
    }
}

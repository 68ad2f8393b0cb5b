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
    public static StoredEvents storedEvents() {
        return StoredEvents.of(Counter.CounterEvent.class).upcasting("Counted", "1", stored -> stored.put("by", 1));
    }

    @WithCommand(tables = "counter_value")
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

    /** Asks what stands there already: not put off, as the others' rows are. */
    @WithCommand
    static class Peaks {
        private final JdbcTemplate jdbc;

        Peaks(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            if (!event.id().startsWith("peak")) return;
            jdbc.update("insert into counter_peak values (?, 0) on conflict do nothing", event.id());
            Integer peak =
                    jdbc.queryForObject("select value from counter_peak where id = ?", Integer.class, event.id());
            if (peak != null && peak < event.value())
                jdbc.update("update counter_peak set value = ? where id = ?", event.value(), event.id());
        }
    }

    @FromTail(tables = "counter_total")
    static class Total {
        private final JdbcTemplate jdbc;

        Total(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            jdbc.update("""
                    insert into counter_total as old (name, total) values ('all', 1)
                    on conflict (name) do update set total = old.total + 1
                    """);
        }
    }

    /** Notes each event in the order in which it came. */
    @FromTail
    static class Seen {
        private final JdbcTemplate jdbc;

        Seen(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Counter.CounterEvent.Counted event) {
            jdbc.update("insert into seen (id, value) values (?, ?)", event.id(), event.value());
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

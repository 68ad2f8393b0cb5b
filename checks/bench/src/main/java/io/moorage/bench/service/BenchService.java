package io.moorage.bench.service;

import io.moorage.eventstore.StoredEvents;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service of counters and wallets: over HTTP in a process of its own, or without HTTP within another. */
@SpringBootApplication
public class BenchService {

    /** As a process, configured by the variables that every service reads. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BenchService.class).run(arguments);
    }

    /**
     * Within this process.
     *
     * @param settings what differs from {@code application.yml}
     */
    public static ConfigurableApplicationContext start(String database, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "MOORAGE_DATABASE_URL", database,
                "MOORAGE_DATABASE_USER", "postgres",
                "MOORAGE_DATABASE_PASSWORD", "postgres",
                "MOORAGE_KAFKA", "127.0.0.1:9",
                "spring.autoconfigure.exclude", "io.moorage.web.WebConfiguration",
                // Readiness asks for a part of what is left out.
                "management.endpoint.health.validate-group-membership", "false"));
        all.putAll(settings);
        return new SpringApplicationBuilder(BenchService.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(all)
                .run();
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(CounterEvent.class, WalletEvent.class);
    }
}

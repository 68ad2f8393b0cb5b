package io.moorage.inventory;

import io.moorage.eventstore.StoredEvents;
import io.moorage.inventory.action.ServerActionEvent;
import io.moorage.inventory.hostingplan.HostingPlanEvent;
import io.moorage.inventory.server.ServerEvent;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts inventory-service. */
@SpringBootApplication
@EnableScheduling
public class InventoryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InventoryApplication.class, arguments);
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(HostingPlanEvent.class, ServerActionEvent.class, ServerEvent.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

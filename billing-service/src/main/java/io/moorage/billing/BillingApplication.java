package io.moorage.billing;

import io.moorage.billing.balance.WalletEvent;
import io.moorage.billing.topup.TopUpEvent;
import io.moorage.eventstore.StoredEvents;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts billing-service. */
@SpringBootApplication
@EnableScheduling
public class BillingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BillingApplication.class, arguments);
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(TopUpEvent.class, WalletEvent.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

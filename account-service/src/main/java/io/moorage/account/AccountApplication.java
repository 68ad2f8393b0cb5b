package io.moorage.account;

import io.moorage.account.account.AccountEvent;
import io.moorage.account.activity.ActivityEvent;
import io.moorage.account.notice.MatterEvent;
import io.moorage.eventstore.StoredEvents;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts account-service. */
@SpringBootApplication
public class AccountApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AccountApplication.class, arguments);
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(AccountEvent.class, ActivityEvent.class, MatterEvent.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

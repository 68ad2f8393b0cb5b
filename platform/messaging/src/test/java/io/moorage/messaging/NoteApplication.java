package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.account.AccountOpened;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.eventstore.StoredEvents;
import io.moorage.eventstore.Trace;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A service that publishes its notes and takes in opened accounts. */
@SpringBootApplication
class NoteApplication {

    static ConfigurableApplicationContext start(String database, String kafka) {
        return new SpringApplicationBuilder(NoteApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", database,
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "postgres",
                        "spring.datasource.hikari.transaction-isolation", "TRANSACTION_REPEATABLE_READ",
                        "moorage.kafka", kafka,
                        "logging.level.root", "warn",
                        "logging.level.org.apache.kafka", "error"))
                .run();
    }

    @Bean
    static StoredEvents storedEvents() {
        return StoredEvents.of(Note.NoteEvent.class);
    }

    /** Any listed public event will do: here each line is told as an expired top-up. */
    @Component
    static class NotePublisher implements PublishedEvents {
        @Override
        public String service() {
            return "billing";
        }

        @Override
        public @Nullable PublicEvent publish(Object stored) {
            return stored instanceof Note.NoteEvent.Written written
                    ? new TopUpExpired(Integer.toString(written.line()), written.id())
                    : null;
        }
    }

    @Component
    static class TakeInAccounts implements Subscription<AccountOpened> {
        static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();
        /** Held by a test, it makes the subscription hang. */
        static final ReentrantLock GATE = new ReentrantLock();

        private final JdbcTemplate jdbc;

        TakeInAccounts(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void on(AccountOpened event) {
            GATE.lock();
            GATE.unlock();
            jdbc.update(
                    "insert into taken_in (account, owner, causation) values (?, ?, ?)",
                    event.account(),
                    event.owner(),
                    String.valueOf(Trace.current().causation()));
            if (REFUSED.contains(event.account())) throw new IllegalStateException("poison");
        }
    }
}

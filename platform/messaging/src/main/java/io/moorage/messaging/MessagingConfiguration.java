package io.moorage.messaging;

import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.Leases;
import io.moorage.eventstore.Loops;
import io.moorage.eventstore.Tail;
import io.moorage.eventstore.TailSignal;
import io.moorage.eventstore.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs the service's publisher and its subscriptions. */
@AutoConfiguration(afterName = "io.moorage.eventstore.EventStoreConfiguration")
class MessagingConfiguration {

    @Bean
    Loops messaging(
            @Value("${moorage.kafka}") String bootstrap,
            ObjectProvider<PublishedEvents> published,
            ObjectProvider<Subscription<?>> subscriptions,
            Tail tail,
            TailSignal signal,
            Leases leases,
            EventJson json,
            JdbcTemplate jdbc,
            Transactions transactions) {
        List<Runnable> loops = new ArrayList<>();
        published.forEach(events -> loops.add(new Publisher(events, bootstrap, tail, signal, leases, json)));
        Inbox inbox = new Inbox(jdbc, json);
        subscriptions.forEach(each -> loops.add(new Subscriber<>(each, bootstrap, inbox, transactions, json)));
        // Platform threads: Kafka's clients block in native selectors and monitors.
        return new Loops(
                () -> loops, Thread.ofPlatform().daemon().name("messaging-", 0).factory());
    }
}

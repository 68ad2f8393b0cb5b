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
    PublisherLag publisherLag(JdbcTemplate jdbc) {
        return new PublisherLag(jdbc);
    }

    @Bean
    Subscribers subscribers(
            @Value("${moorage.kafka}") String bootstrap,
            ObjectProvider<Subscription<?>> subscriptions,
            EventJson json,
            JdbcTemplate jdbc,
            Transactions transactions) {
        Inbox inbox = new Inbox(jdbc, json);
        return new Subscribers(subscriptions.stream()
                .<Subscriber<?>>map(each -> new Subscriber<>(each, bootstrap, inbox, transactions, json))
                .toList());
    }

    @Bean
    SubscriptionLags subscriptionLags(@Value("${moorage.kafka}") String bootstrap, Subscribers subscribers) {
        return new SubscriptionLags(subscribers.all(), new Topics(bootstrap));
    }

    @Bean
    Loops messaging(
            @Value("${moorage.kafka}") String bootstrap,
            ObjectProvider<PublishedEvents> published,
            Subscribers subscribers,
            SubscriptionLags lags,
            Tail tail,
            TailSignal signal,
            Leases leases,
            EventJson json,
            PublisherLag lag) {
        List<Runnable> loops = new ArrayList<>(subscribers.all());
        published.forEach(events -> loops.add(new Publisher(events, bootstrap, tail, signal, leases, json, lag)));
        if (!subscribers.all().isEmpty()) loops.add(lags);
        // Platform threads: Kafka's clients block in native selectors and monitors.
        return new Loops(
                () -> loops, Thread.ofPlatform().daemon().name("messaging-", 0).factory());
    }

    /** A bean of its own type: a list as a bean can't be told from a list of beans. */
    record Subscribers(List<Subscriber<?>> all) {}
}

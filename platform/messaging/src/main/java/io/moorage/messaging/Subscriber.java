package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.PublicEvents;
import io.moorage.eventstore.Conflicts;
import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;

/** Reads a topic for one {@link Subscription}, in a consumer group of its own that the service's replicas share. */
final class Subscriber<E extends PublicEvent> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int IDLE_POLLS = 3;

    private final Subscription<E> subscription;
    private final String name;
    private final Class<E> event;
    private final String type;
    private final String source;
    private final String bootstrap;
    private final Inbox inbox;
    private final Transactions transactions;
    private final EventJson json;

    Subscriber(Subscription<E> subscription, String bootstrap, Inbox inbox, Transactions transactions, EventJson json) {
        this.subscription = subscription;
        this.name = subscription.getClass().getSimpleName();
        this.event = eventOf(subscription);
        this.type = PublicEvents.typeOf(event);
        this.source = type.split("\\.")[2]; // io.moorage.<service>.…
        this.bootstrap = bootstrap;
        this.inbox = inbox;
        this.transactions = transactions;
        this.json = json;
    }

    @SuppressWarnings("unchecked")
    private static <E extends PublicEvent> Class<E> eventOf(Subscription<E> subscription) {
        Class<?> event =
                ResolvableType.forInstance(subscription).as(Subscription.class).resolveGeneric(0);
        return (Class<E>) Objects.requireNonNull(event, "A subscription names its event: Subscription<…>");
    }

    String name() {
        return name;
    }

    String topic() {
        return Topics.ofService(source);
    }

    String group() {
        return "moorage." + name;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attempt();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", name);
        }
    }

    private void attempt() throws InterruptedException {
        try {
            new Topics(bootstrap).ensureEvents(source);
            try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic()));
                follow(consumer);
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "{} starts again: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    /** Offsets are committed after the effects: what a crash leaves uncommitted comes again and the inbox knows it. */
    private void follow(KafkaConsumer<String, String> consumer) {
        for (int polls = 1; ; polls++) {
            var records = consumer.poll(PAUSE);
            for (ConsumerRecord<String, String> record : records) takeIn(Message.of(record));
            if (!records.isEmpty()) consumer.commitSync();
            // A transaction given up leaves offsets without records; uncommitted they would count as lag for ever.
            else if (polls % IDLE_POLLS == 0) consumer.commitAsync((offsets, failure) -> {});
            retryParked();
        }
    }

    /** One message of an aggregate after the other, for a while: the broker expects a poll. */
    private void retryParked() {
        long begun = System.nanoTime();
        boolean settled = true;
        while (settled && System.nanoTime() - begun < PAUSE.toNanos()) {
            settled = false;
            for (Message message : inbox.due(name)) settled |= retry(message);
        }
    }

    private void takeIn(Message message) {
        if (!message.type().equals(type)) return;
        if (inbox.parked(name, message.aggregateId())) {
            inbox.park(name, message, "an earlier event of the aggregate is parked");
            return;
        }
        try {
            effect(message, () -> true);
        } catch (RuntimeException e) {
            if (Conflicts.isOutage(e)) throw e;
            LOG.warn("{} parks event {} of {}", name, message.id(), message.aggregateId(), e);
            inbox.park(name, message, e.toString());
        }
    }

    private boolean retry(Message message) {
        try {
            effect(message, () -> inbox.remove(name, message));
            return true;
        } catch (RuntimeException e) {
            if (Conflicts.isOutage(e)) throw e;
            LOG.warn("{} could not handle parked event {}: {}", name, message.id(), e.toString());
            inbox.tryLater(name, message, e.toString());
            return false;
        }
    }

    private void effect(Message message, BooleanSupplier wanted) {
        E received = json.read(message.value(), event);
        transactions.together(() -> {
            if (wanted.getAsBoolean() && inbox.takeIn(name, message.id()))
                Envelope.trace(message.attributes()).run(() -> subscription.on(received));
        });
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                200,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                3_000);
    }
}

package io.moorage.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * How many records each subscription has still to take in, all replicas together. Asked of Kafka every five seconds, so
 * that a subscription that hangs is told as well; unknown while Kafka is away.
 */
final class SubscriptionLags implements MeterBinder, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionLags.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Subscriber<?>> subscribers;
    private final Topics topics;
    private final Map<String, Double> lags = new ConcurrentHashMap<>();

    SubscriptionLags(List<Subscriber<?>> subscribers, Topics topics) {
        this.subscribers = List.copyOf(subscribers);
        this.topics = topics;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Subscriber<?> each : subscribers)
            Gauge.builder("moorage.subscription.lag", () -> lags.getOrDefault(each.name(), Double.NaN))
                    .tag("subscription", each.name())
                    .tag("topic", each.topic())
                    .description("Records on the topic that the subscription has not taken in yet")
                    .register(registry);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attempt();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Lags are no longer asked for");
        }
    }

    private void attempt() throws InterruptedException {
        try (Admin admin = topics.admin()) {
            while (true) {
                for (Subscriber<?> each : subscribers) lags.put(each.name(), (double) lag(admin, each));
                Thread.sleep(PAUSE);
            }
        } catch (ExecutionException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            lags.clear();
            LOG.debug(
                    "Lags are unknown: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private static long lag(Admin admin, Subscriber<?> subscriber) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(subscriber.group())
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(
                        Topics.partitionsOf(subscriber.topic(), OffsetSpec.latest()),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(taken.get(end.getKey())))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }
}

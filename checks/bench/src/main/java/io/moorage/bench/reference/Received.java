package io.moorage.bench.reference;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that notes when which token came: the first text of each value. */
public final class Received implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"topUpId\":\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Map<String, Long> at = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    /** Reads what comes to a topic from now on; only what is committed. */
    public Received(String kafka, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, not at the first poll
        thread = Thread.ofPlatform().name("received").start(this::read);
    }

    private void read() {
        while (running) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                long now = System.nanoTime();
                Matcher token = TOKEN.matcher(record.value());
                if (token.find()) at.put(token.group(1), now);
            }
        }
        consumer.close();
    }

    /**
     * When a token came, by the clock of {@link System#nanoTime}, waiting until it has.
     *
     * @throws TimeoutException if it doesn't come within a minute
     */
    public long at(String token) throws TimeoutException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Long found = at.get(token);
            if (found != null) return found;
            if (System.nanoTime() - limit > 0) throw new TimeoutException(token + " never came");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}

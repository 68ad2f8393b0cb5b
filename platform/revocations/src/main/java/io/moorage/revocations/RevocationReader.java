package io.moorage.revocations;

import io.moorage.contracts.revocation.Revocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stream of revocations from ten minutes back, without a consumer group: each process reads all of it. Several
 * times a second it asks Kafka where the stream ends, so that hearing nothing can be told from knowing that nothing was
 * said. Runs until it is interrupted.
 */
public final class RevocationReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationReader.class);
    private static final TopicPartition STREAM = new TopicPartition(Revocation.TOPIC, 0);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String bootstrap;
    private final KnownRevocations known;
    private final Consumer<Revocation> listener;
    private boolean away;

    /** @param listener told of each revocation, after it is known; more than once at times */
    public RevocationReader(String bootstrap, KnownRevocations known, Consumer<Revocation> listener) {
        this.bootstrap = bootstrap;
        this.known = known;
        this.listener = listener;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                RevocationTopic.ensure(bootstrap);
                KafkaConsumer<String, String> consumer = open();
                try {
                    consumer.assign(List.of(STREAM));
                    seek(consumer);
                    follow(consumer);
                } finally {
                    close(consumer);
                }
            } catch (RuntimeException failure) {
                if (Thread.currentThread().isInterrupted()) return;
                if (!away) LOG.warn("Revocations can't be read: {}", failure.toString());
                away = true;
            }
            pause();
        }
    }

    private void seek(KafkaConsumer<String, String> consumer) {
        long end = end(consumer); // asked first: what is said meanwhile comes after it
        long from = System.currentTimeMillis() - KnownRevocations.HELD.toMillis();
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(STREAM, from), ANSWER).get(STREAM);
        consumer.seek(STREAM, first == null ? end : first.offset());
    }

    private void follow(KafkaConsumer<String, String> consumer) {
        while (!Thread.currentThread().isInterrupted()) {
            long begunAt = System.nanoTime();
            readTo(end(consumer), consumer);
            known.knowsAllUntil(begunAt);
            if (away) LOG.info("Revocations are read again");
            away = false;
            take(consumer.poll(BETWEEN_QUESTIONS));
        }
    }

    private void readTo(long end, KafkaConsumer<String, String> consumer) {
        while (consumer.position(STREAM, ANSWER) < end) {
            ConsumerRecords<String, String> records = consumer.poll(ANSWER);
            if (records.isEmpty()) throw new TimeoutException("What Kafka has doesn't come");
            take(records);
        }
    }

    private static long end(KafkaConsumer<String, String> consumer) {
        return Objects.requireNonNull(
                consumer.endOffsets(List.of(STREAM), ANSWER).get(STREAM));
    }

    private void take(ConsumerRecords<String, String> records) {
        for (ConsumerRecord<String, String> record : records) {
            RevocationJson.read(record.value())
                    .ifPresentOrElse(
                            revocation -> take(revocation, record.timestamp()),
                            () -> LOG.error("Offset {} of {} is no revocation", record.offset(), Revocation.TOPIC));
        }
    }

    private void take(Revocation revocation, long saidAt) {
        Duration age = Duration.ofMillis(Math.max(0, System.currentTimeMillis() - saidAt));
        known.add(revocation, age);
        listener.accept(revocation);
    }

    private KafkaConsumer<String, String> open() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // Where the stream was cut off behind us we begin anew, and don't leave anything out.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                250L,
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** An interrupted thread can't close it in peace. */
    private static void close(KafkaConsumer<String, String> consumer) {
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(Duration.ZERO));
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

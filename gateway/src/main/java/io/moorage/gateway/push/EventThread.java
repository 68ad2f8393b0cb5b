package io.moorage.gateway.push;

import io.moorage.gateway.GatewaySettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that reads Kafka, from the gateway's start to its end. While Kafka is away it goes on trying. */
@Component
class EventThread implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventThread.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long DISCOVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final GatewaySettings settings;
    private final PushEvents events;
    private final Feed feed;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean running;

    EventThread(GatewaySettings settings, PushEvents events, Feed feed) {
        this.settings = settings;
        this.events = events;
        this.feed = feed;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("events").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> reading = consumer;
        if (reading != null) reading.wakeup();
        Thread reader = thread;
        if (reader != null) reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Consumer<byte[], byte[]> opened = open();
                    Admin admin = Admin.create(Map.of(
                            "bootstrap.servers",
                            settings.kafka(),
                            "default.api.timeout.ms",
                            3000,
                            "request.timeout.ms",
                            2000,
                            // Else it asks for metadata without any pause while the broker is away.
                            "metadata.recovery.strategy",
                            "none"))) {
                consumer = opened;
                read(new EventReader(
                        opened,
                        new KafkaTopics(admin),
                        events,
                        feed,
                        settings.push().lookBack()));
            } catch (WakeupException stopping) {
                log.debug("Stops reading events");
            } catch (RuntimeException failure) {
                if (running) log.warn("Reading events begins anew: {}", failure.toString());
            } finally {
                feed.startOver();
            }
            if (running) pause();
        }
    }

    private void read(EventReader reader) {
        long discoveredAt = System.nanoTime() - DISCOVERY_NANOS;
        boolean away = false;
        while (running) {
            if (System.nanoTime() - discoveredAt >= DISCOVERY_NANOS) {
                away = discover(reader, away);
                discoveredAt = System.nanoTime();
                if (away) pause();
            }
            reader.read(POLL);
        }
    }

    /** Tells whether Kafka is away; says so once, and once when it is back. */
    private static boolean discover(EventReader reader, boolean wasAway) {
        try {
            reader.discover();
            if (wasAway) log.info("Kafka is back");
            return false;
        } catch (KafkaException failure) {
            if (!isAway(failure)) throw failure;
            if (!wasAway) log.warn("Kafka cannot be reached; events follow when it can: {}", failure.getMessage());
            return true;
        }
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof RetriableException || failure.getCause() instanceof RetriableException;
    }

    private Consumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.kafka(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false,
                        "auto.offset.reset",
                        "none",
                        "max.poll.records",
                        2000,
                        "reconnect.backoff.max.ms",
                        2000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

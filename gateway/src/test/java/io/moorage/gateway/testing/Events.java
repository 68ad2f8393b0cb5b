package io.moorage.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what services would, in transactions as they do. */
public final class Events {
    /** When everything is said to have happened. */
    public static final String TIME = "2026-11-20T10:00:00.123456Z";

    private static final String BILLING = "moorage.billing";

    private final String bootstrap;
    private final Producer<String, String> producer;
    private boolean ready;

    Events(String bootstrap) {
        this.bootstrap = bootstrap;
        topic(BILLING);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "tests", "max.block.ms", 30_000),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    /** Waits until every gateway has found the topic and told a client of an event. */
    public void ready(World world) {
        if (ready) return;
        for (URI gateway : List.of(world.first, world.second)) {
            Browser browser = new Browser(gateway);
            browser.logIn(world.keycloak, "");
            try (EventStream stream = new EventStream(browser)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    publish(StubKeycloak.OWN_ACCOUNT, "io.moorage.billing.TopUpFailed.v1", "{\"topUpId\":\"warm\"}");
                    return stream.events().stream().anyMatch(event -> event.contains("warm"));
                });
            }
        }
        ready = true;
    }

    public void publish(String account, String type, String json) {
        publishTo(BILLING, account, type, json);
    }

    public void publishTo(String topic, String account, String type, String json) {
        topic(topic);
        producer.beginTransaction();
        producer.send(record(topic, account, type, json));
        producer.commitTransaction();
    }

    public void publishAndAbort(String account, String type, String json) {
        producer.beginTransaction();
        producer.send(record(BILLING, account, type, json));
        producer.flush();
        producer.abortTransaction();
    }

    /** Spread over the partitions by a random key, as top-ups of one account are. */
    private static ProducerRecord<String, String> record(String topic, String account, String type, String json) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(topic, UUID.randomUUID().toString(), json);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_account", account.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_time", TIME.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void topic(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, 12, (short) 1))).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void close() {
        producer.close(Duration.ZERO);
    }
}

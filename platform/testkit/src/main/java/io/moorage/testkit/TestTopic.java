package io.moorage.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as an outsider sees it: what is committed there, and a way to say something on it. */
public final class TestTopic {
    private final String bootstrap;
    private final String name;

    public TestTopic(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
    }

    /** A committed message: its CloudEvents attributes without prefix, its key and its text. */
    public record Received(String key, Map<String, String> attributes, String value) {}

    /** Everything committed so far, in order per partition. */
    public List<Received> all() {
        List<Received> found = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    Map<String, String> attributes = new HashMap<>();
                    record.headers()
                            .forEach(header -> attributes.put(
                                    header.key().replaceFirst("^ce_", ""),
                                    new String(header.value(), StandardCharsets.UTF_8)));
                    found.add(new Received(String.valueOf(record.key()), attributes, record.value()));
                });
            }
        }
        return found;
    }

    public List<Received> all(Predicate<Received> which) {
        return all().stream().filter(which).toList();
    }

    /** Publishes what another service would, in its envelope. */
    public void publish(String key, String type, String eventId, String json) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            ensure();
            var record = new ProducerRecord<>(name, key, json);
            Map.of("specversion", "1.0", "id", eventId, "type", type, "source", "/test", "subject", key)
                    .forEach((attribute, value) ->
                            record.headers().add("ce_" + attribute, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ensure() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, 12, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
    }
}

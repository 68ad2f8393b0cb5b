package io.moorage.proofs.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The committed view of a topic, by a plain consumer. */
public final class Committed {
    private static final int PARTITIONS = 12;

    private Committed() {}

    /** In order per partition. */
    public record Message(String key, String id, String type, String subject, long sequence, String value) {}

    public static List<Message> all(String bootstrap, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "default.api.timeout.ms", 30_000);
        List<Message> messages = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.size() != PARTITIONS) throw new AssertionError("Not the topic that is promised: " + topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L)))
                for (var record : consumer.poll(Duration.ofMillis(100))) messages.add(message(record));
        }
        return messages;
    }

    private static Message message(ConsumerRecord<String, String> record) {
        return new Message(
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_sequence")),
                record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) throw new AssertionError(name + " is missing at " + record);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

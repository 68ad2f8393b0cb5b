package io.moorage.messaging;

import io.moorage.eventstore.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How far a service has published, kept in Kafka itself: written in the transaction of the events that it covers. */
final class PublishedPosition {
    private static final String KEY = "position";

    private final String bootstrap;
    private final String topic;

    PublishedPosition(String bootstrap, String service) {
        this.bootstrap = bootstrap;
        this.topic = Topics.positionOf(service);
    }

    ProducerRecord<String, String> record(Position position) {
        return new ProducerRecord<>(topic, KEY, Long.toUnsignedString(position.xid()) + "/" + position.seq());
    }

    /** The last committed one. Called when no transaction of an earlier publisher is open any more. */
    Position read() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        TopicPartition partition = new TopicPartition(topic, 0);
        Position last = Position.START;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) last = parse(record.value());
            }
        }
        return last;
    }

    private static Position parse(String value) {
        int slash = value.indexOf('/');
        return new Position(
                Long.parseUnsignedLong(value.substring(0, slash)), Long.parseLong(value.substring(slash + 1)));
    }
}

package io.moorage.messaging;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A public event as it came from Kafka. */
record Message(
        String topic,
        int partition,
        long offset,
        String aggregateId,
        String type,
        Map<String, String> attributes,
        String value) {

    static Message of(ConsumerRecord<String, String> record) {
        Map<String, String> attributes = Envelope.read(record.headers());
        return new Message(
                record.topic(),
                record.partition(),
                record.offset(),
                Objects.requireNonNullElse(record.key(), ""),
                attributes.getOrDefault("type", ""),
                attributes,
                Objects.requireNonNullElse(record.value(), ""));
    }

    /** Unique among all events; a message without one is known by its place in Kafka. */
    String id() {
        String id = Envelope.id(attributes);
        return id != null ? id : topic + "/" + partition + "/" + offset;
    }
}

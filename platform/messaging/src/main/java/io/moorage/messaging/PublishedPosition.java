package io.moorage.messaging;

import io.moorage.eventstore.Position;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a service has published, kept in Kafka itself: each transaction of events says where in the log it began, so
 * what lies before that is published.
 */
final class PublishedPosition {
    private static final String KEY = "position";

    private final String bootstrap;
    private final String topic;

    PublishedPosition(String bootstrap, String service) {
        this.bootstrap = bootstrap;
        this.topic = Topics.positionOf(service);
    }

    ProducerRecord<String, String> record(Position begun) {
        return new ProducerRecord<>(topic, KEY, Long.toUnsignedString(begun.xid()) + "/" + begun.seq());
    }

    /** Where the last committed transaction began. Called when none of an earlier publisher is open any more. */
    Position read() {
        AtomicReference<Position> last = new AtomicReference<>(Position.START);
        CommittedTail.read(
                bootstrap, List.of(new TopicPartition(topic, 0)), 1, record -> last.set(parse(record.value())));
        return last.get();
    }

    private static Position parse(String value) {
        int slash = value.indexOf('/');
        return new Position(
                Long.parseUnsignedLong(value.substring(0, slash)), Long.parseLong(value.substring(slash + 1)));
    }
}

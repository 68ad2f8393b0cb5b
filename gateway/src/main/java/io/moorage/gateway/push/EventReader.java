package io.moorage.gateway.push;

import io.moorage.gateway.push.Position.Partition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads every partition of every topic itself, without a consumer group: each gateway sees everything. Runs in one
 * thread; throws where reading cannot go on and has to begin anew.
 */
final class EventReader {
    private final Consumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final PushEvents events;
    private final Feed feed;
    private final int lookBack;

    private final Map<TopicPartition, Partition> assigned = new HashMap<>();
    private boolean begun;

    /** @param lookBack records per partition read again, so that clients can come back to a gateway just started */
    EventReader(Consumer<byte[], byte[]> consumer, Topics topics, PushEvents events, Feed feed, int lookBack) {
        this.consumer = consumer;
        this.topics = topics;
        this.events = events;
        this.feed = feed;
        this.lookBack = lookBack;
    }

    /** Takes up partitions that weren't there before. */
    void discover() {
        Map<TopicPartition, Partition> found = topics.partitions();
        if (found.isEmpty()) return;
        if (!found.entrySet().containsAll(assigned.entrySet())) {
            throw new IllegalStateException("a topic was deleted or made again");
        }
        Set<TopicPartition> added = new HashSet<>(found.keySet());
        added.removeAll(assigned.keySet());
        if (!added.isEmpty()) take(added, found);
        if (!begun) feed.begun();
        begun = true;
    }

    private void take(Set<TopicPartition> added, Map<TopicPartition, Partition> found) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(added, Duration.ofSeconds(5));
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(added, Duration.ofSeconds(5));
        Set<TopicPartition> all = new HashSet<>(assigned.keySet());
        all.addAll(added);
        consumer.assign(all);
        for (TopicPartition partition : added) {
            long beginning = Objects.requireNonNull(beginnings.get(partition));
            long end = Objects.requireNonNull(ends.get(partition));
            // What appears while we watch is news from its first record on.
            long from = begun ? beginning : Math.max(beginning, end - lookBack);
            consumer.seek(partition, from);
            feed.begin(Objects.requireNonNull(found.get(partition)), from, begun ? from : end);
        }
        added.forEach(partition -> assigned.put(partition, Objects.requireNonNull(found.get(partition))));
    }

    void read(Duration longest) {
        if (assigned.isEmpty()) return;
        consumer.poll(longest).forEach(this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Partition partition = assigned.get(new TopicPartition(record.topic(), record.partition()));
        if (partition != null) feed.accept(partition, record.offset(), event(record));
    }

    private @Nullable PushEvent event(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "ce_type");
        String account = header(record, "ce_account");
        if (type == null || account == null || record.value() == null) return null;
        return events.of(type, account, header(record, "ce_time"), record.value())
                .orElse(null);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The partitions that there are, each with what stands for it in positions. */
    interface Topics {
        /** Empty where none are known, as while Kafka is away at the start. */
        Map<TopicPartition, Partition> partitions();
    }
}

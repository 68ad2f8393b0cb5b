package io.moorage.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The last committed records of partitions that may be very long. */
final class CommittedTail {
    private final KafkaConsumer<String, String> consumer;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    private CommittedTail(KafkaConsumer<String, String> consumer, Collection<TopicPartition> partitions) {
        this.consumer = consumer;
        this.begins = consumer.beginningOffsets(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    /**
     * Shows at least so many records of each partition, or all that it has, in their order; some perhaps again, after
     * earlier ones.
     */
    static void read(
            String bootstrap,
            Collection<TopicPartition> partitions,
            int records,
            Consumer<ConsumerRecord<String, String>> each) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            CommittedTail tail = new CommittedTail(consumer, partitions);
            Collection<TopicPartition> wanting = partitions;
            // Ends of transactions, and what was given up, take offsets too: one may have to look further back.
            for (long back = 2L * records; !wanting.isEmpty(); back *= 4)
                wanting = tail.wanting(wanting, back, records, each);
        }
    }

    /** @return the partitions that have more than was read, and had too little there */
    private Collection<TopicPartition> wanting(
            Collection<TopicPartition> partitions,
            long back,
            int records,
            Consumer<ConsumerRecord<String, String>> each) {
        Map<TopicPartition, Integer> found = new HashMap<>();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from(partition, back)));
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(partition))) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                each.accept(record);
                found.merge(new TopicPartition(record.topic(), record.partition()), 1, Integer::sum);
            }
        }
        return partitions.stream()
                .filter(partition -> found.getOrDefault(partition, 0) < records
                        && from(partition, back) > begins.getOrDefault(partition, 0L))
                .collect(Collectors.toSet());
    }

    private long from(TopicPartition partition, long back) {
        return Math.max(begins.getOrDefault(partition, 0L), end(partition) - back);
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}

package io.moorage.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What the transaction before a publisher's start has come to, partition by partition. A broker that is killed between
 * the decision to commit and the partitions' hearing of it may, back again, take the transaction for complete and never
 * tell them (seen with Kafka 4.3, see {@code docs/operations/proofs.md}): its events lie there until the next
 * transaction ends, and are then committed with that, beside the same events sent anew. So the decision isn't relied
 * on: what is open is given up, and what is in the committed view is known by its ids.
 */
final class LastTransaction {
    private final Topics topics;
    private final String bootstrap;
    private final String service;
    private final int records;

    /** @param records how many the transaction, and the one before it, may have put into a partition together */
    LastTransaction(Topics topics, String bootstrap, String service, int records) {
        this.topics = topics;
        this.bootstrap = bootstrap;
        this.service = service;
        this.records = records;
    }

    /** To be called when the coordinator has ended what it knew of: what is open now would stay so. */
    void giveUp() {
        try (Admin admin = topics.admin()) {
            Map<TopicPartition, PartitionProducerState> states =
                    admin.describeProducers(partitions()).all().get();
            for (var state : states.entrySet()) {
                for (ProducerState producer : state.getValue().activeProducers()) {
                    if (producer.currentTransactionStartOffset().isPresent())
                        admin.abortTransaction(open(state.getKey(), producer))
                                .all()
                                .get();
                }
            }
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static AbortTransactionSpec open(TopicPartition partition, ProducerState producer) {
        return new AbortTransactionSpec(
                partition,
                producer.producerId(),
                (short) producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(0));
    }

    private List<TopicPartition> partitions() {
        return Stream.concat(eventPartitions().stream(), Stream.of(new TopicPartition(Topics.positionOf(service), 0)))
                .toList();
    }

    /** The ids of the last committed events, as many as the transaction and the one before it may have brought. */
    Set<String> published() {
        Set<String> ids = new HashSet<>();
        CommittedTail.read(bootstrap, eventPartitions(), records, record -> {
            String id = Envelope.id(Envelope.read(record.headers()));
            if (id != null) ids.add(id);
        });
        return ids;
    }

    private Set<TopicPartition> eventPartitions() {
        return Topics.partitionsOf(Topics.ofService(service), 0).keySet();
    }
}

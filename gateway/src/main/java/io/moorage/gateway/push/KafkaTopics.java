package io.moorage.gateway.push;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.gateway.push.Position.Partition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The topics of the platform's public events, as Kafka knows them. */
final class KafkaTopics implements EventReader.Topics {
    private static final Pattern OURS = Pattern.compile("moorage\\.[a-z-]+");

    private final Admin admin;

    KafkaTopics(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Map<TopicPartition, Partition> partitions() {
        try {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> OURS.matcher(name).matches() && !name.equals(Revocation.TOPIC))
                    .toList();
            Map<TopicPartition, Partition> partitions = new HashMap<>();
            admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> add(topic, partitions));
            return partitions;
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        }
    }

    private static void add(TopicDescription topic, Map<TopicPartition, Partition> partitions) {
        int id = (int) (topic.topicId().getMostSignificantBits() >>> 32);
        topic.partitions()
                .forEach(partition -> partitions.put(
                        new TopicPartition(topic.name(), partition.partition()),
                        new Partition(id, partition.partition())));
    }
}

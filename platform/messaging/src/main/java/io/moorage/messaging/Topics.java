package io.moorage.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the platform, made by whoever needs one first. */
final class Topics {
    private static final int PARTITIONS = 12;
    private static final int TIMEOUT_MS = 10_000;

    private final String bootstrap;

    Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** A service's public events, kept for ever. */
    static String ofService(String service) {
        return "moorage." + service;
    }

    /** How far a service has published: the last record counts. */
    static String positionOf(String service) {
        return "moorage." + service + ".position";
    }

    void ensureEvents(String service) {
        ensure(new NewTopic(ofService(service), Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
    }

    void ensurePosition(String service) {
        ensure(new NewTopic(positionOf(service), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    /** Something for each of a service topic's partitions. */
    static <T> Map<TopicPartition, T> partitionsOf(String topic, T each) {
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> each));
    }

    Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                // With the default strategy the client spins on a core while the broker is away.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none"));
    }

    private void ensure(NewTopic topic) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

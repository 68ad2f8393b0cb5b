package io.moorage.revocations;

import io.moorage.contracts.revocation.Revocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic of revocations, made by whoever needs it first. */
final class RevocationTopic {
    private static final int TIMEOUT_MS = 3_000;
    private static final String AN_HOUR = "3600000";
    private static final String TEN_MINUTES = "600000";

    private RevocationTopic() {}

    /** Throws where Kafka can't be reached. */
    static void ensure(String bootstrap) {
        NewTopic topic = new NewTopic(Revocation.TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        AN_HOUR,
                        // Only segments that are closed are ever deleted.
                        TopicConfig.SEGMENT_MS_CONFIG,
                        TEN_MINUTES,
                        // Readers begin some minutes back: by one clock, the broker's.
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
        try (Admin admin = Admin.create(settings(bootstrap))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) throw new KafkaException(failure.getCause());
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private static Map<String, Object> settings(String bootstrap) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                250L,
                // With the default strategy the client spins on a core while the broker is away.
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none");
    }
}

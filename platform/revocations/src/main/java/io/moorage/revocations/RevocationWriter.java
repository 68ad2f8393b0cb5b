package io.moorage.revocations;

import io.moorage.contracts.revocation.Revocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what has ended. Gives up within three seconds where Kafka is away: whoever has something to say keeps it till then. */
public final class RevocationWriter implements AutoCloseable {
    private final Producer<String, String> producer;

    private RevocationWriter(Producer<String, String> producer) {
        this.producer = producer;
    }

    /** Makes the topic where there is none; throws {@link KafkaException} where Kafka can't be reached. */
    public static RevocationWriter open(String bootstrap) {
        RevocationTopic.ensure(bootstrap);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                1_500,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                250,
                CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                "none");
        return new RevocationWriter(new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
    }

    /** Returns once Kafka has them all; throws {@link KafkaException} if it may not have one of them. */
    public void write(List<Revocation> revocations) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        for (Revocation revocation : revocations) {
            sent.add(producer.send(
                    new ProducerRecord<>(Revocation.TOPIC, revocation.key(), RevocationJson.write(revocation))));
        }
        try {
            for (Future<?> each : sent) each.get();
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.moorage.bench.reference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A plain producer, without transactions: every message sent at once and acknowledged by all replicas. */
public final class BareKafka implements AutoCloseable {
    public static final String TOPIC = "bare";
    private static final int PARTITIONS = 12;

    private final KafkaProducer<String, String> producer;

    public BareKafka(String kafka) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    public void send(String key, String token) {
        String value = "{\"topUpId\":\"" + token + "\",\"account\":\"" + key + "\"}";
        producer.send(new ProducerRecord<>(TOPIC, key, value), (metadata, failure) -> {
            if (failure != null) throw new IllegalStateException(failure);
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.Leases;
import io.moorage.eventstore.Position;
import io.moorage.eventstore.StoredEvent;
import io.moorage.eventstore.Tail;
import io.moorage.eventstore.TailSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Follows the log and publishes it, in one of the service's replicas at a time. Events and the position they reach are
 * one Kafka transaction, so that after any crash or outage the committed topic holds each event once, in order per
 * aggregate: a successor with the same transactional id first ends what its predecessor left open, then reads the
 * position back.
 */
final class Publisher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int BATCH = 1000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration HELD_BACK = Duration.ofMillis(3);

    private final PublishedEvents published;
    private final String bootstrap;
    private final Topics topics;
    private final Tail tail;
    private final TailSignal signal;
    private final Leases leases;
    private final EventJson json;
    private final String lease;

    Publisher(
            PublishedEvents published, String bootstrap, Tail tail, TailSignal signal, Leases leases, EventJson json) {
        this.published = published;
        this.bootstrap = bootstrap;
        this.topics = new Topics(bootstrap);
        this.tail = tail;
        this.signal = signal;
        this.leases = leases;
        this.json = json;
        this.lease = "publisher of " + published.service();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (leases.hold(lease)) attempt();
                Thread.sleep(IDLE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The {} stops", lease);
        }
    }

    private void attempt() throws InterruptedException {
        try {
            topics.ensureEvents(published.service());
            topics.ensurePosition(published.service());
            try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                PublishedPosition position = new PublishedPosition(bootstrap, published.service());
                follow(producer, position, position.read());
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "The {} starts again: {}",
                    lease,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private void follow(KafkaProducer<String, String> producer, PublishedPosition positions, Position from)
            throws InterruptedException {
        LOG.info("The {} goes on from {}", lease, from);
        Position position = from;
        long checked = System.nanoTime();
        while (true) {
            if (System.nanoTime() - checked > IDLE.toNanos()) {
                if (!leases.hold(lease)) return;
                checked = System.nanoTime();
            }
            long seen = signal.count();
            Tail.Batch batch = tail.after(position, BATCH);
            publish(producer, positions, batch);
            position = batch.reached();
            if (batch.events().isEmpty()) signal.await(seen, batch.more() ? HELD_BACK : IDLE);
        }
    }

    private void publish(KafkaProducer<String, String> producer, PublishedPosition positions, Tail.Batch batch) {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        for (StoredEvent stored : batch.events()) {
            PublicEvent event = published.publish(stored.payload());
            if (event != null) records.add(record(stored, event));
        }
        if (batch.events().isEmpty()) return;
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.send(positions.record(batch.reached()));
        producer.commitTransaction(); // also tells of sends that failed
    }

    private ProducerRecord<String, String> record(StoredEvent stored, PublicEvent event) {
        var record =
                new ProducerRecord<>(Topics.ofService(published.service()), stored.aggregateId(), json.write(event));
        Envelope.write(Envelope.attributes(published.service(), stored, event), record.headers());
        return record;
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, "moorage." + published.service() + ".publisher",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
    }
}

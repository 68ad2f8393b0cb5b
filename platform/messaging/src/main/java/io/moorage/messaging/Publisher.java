package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.Leases;
import io.moorage.eventstore.Position;
import io.moorage.eventstore.StoredEvent;
import io.moorage.eventstore.Tail;
import io.moorage.eventstore.TailSignal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
 * aggregate: a successor with the same transactional id first ends what its predecessor left open, then goes back to
 * where the last transaction began, and sends what of it is missing ({@link LastTransaction}).
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
    private final PublisherLag lag;
    private final String lease;

    Publisher(
            PublishedEvents published,
            String bootstrap,
            Tail tail,
            TailSignal signal,
            Leases leases,
            EventJson json,
            PublisherLag lag) {
        this.published = published;
        this.bootstrap = bootstrap;
        this.topics = new Topics(bootstrap);
        this.tail = tail;
        this.signal = signal;
        this.leases = leases;
        this.json = json;
        this.lag = lag;
        this.lease = "publisher of " + published.service();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (leases.hold(lease)) attempt();
                else lag.publishedByAnother();
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
            var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
            try {
                producer.initTransactions();
                LastTransaction last = new LastTransaction(topics, bootstrap, published.service(), 2 * BATCH);
                last.giveUp();
                PublishedPosition positions = new PublishedPosition(bootstrap, published.service());
                new Following(producer, positions, last.published()).from(positions.read());
            } finally {
                // Not to send again what it has under way: its successor ends that transaction, and begins anew.
                producer.close(Duration.ZERO);
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "The {} starts again: {}",
                    lease,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    /** What one producer publishes, until it meets trouble or another replica takes over. */
    private final class Following {
        private final KafkaProducer<String, String> producer;
        private final PublishedPosition positions;
        private Set<String> already;
        private int events;

        /** @param already ids of events that are published, among them all of the last transaction that are */
        Following(KafkaProducer<String, String> producer, PublishedPosition positions, Set<String> already) {
            this.producer = producer;
            this.positions = positions;
            this.already = already;
        }

        void from(Position begun) throws InterruptedException {
            LOG.info("The {} goes on from {}", lease, begun);
            Position position = begun;
            long checked = System.nanoTime();
            while (true) {
                lag.published(position);
                if (System.nanoTime() - checked > IDLE.toNanos()) {
                    if (!leases.hold(lease)) return;
                    checked = System.nanoTime();
                }
                long seen = signal.count();
                Tail.Batch batch = tail.after(position, BATCH);
                if (!batch.events().isEmpty()) publish(position, batch);
                position = batch.reached();
                if (batch.events().isEmpty()) signal.await(seen, batch.more() ? HELD_BACK : IDLE);
            }
        }

        private void publish(Position begun, Tail.Batch batch) {
            producer.beginTransaction();
            for (StoredEvent stored : batch.events()) {
                PublicEvent event = published.publish(stored.payload());
                if (event != null && !already.contains(stored.id())) producer.send(record(stored, event));
            }
            producer.send(positions.record(begun));
            producer.commitTransaction(); // also tells of sends that failed
            events += batch.events().size();
            if (events >= 2 * BATCH) already = Set.of(); // the last transaction is passed
        }
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
                // Right after a commit the broker refuses the next transaction for a moment.
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                // A broker that was away for longer is met with a new transaction, not with the rest of the old one.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
    }
}

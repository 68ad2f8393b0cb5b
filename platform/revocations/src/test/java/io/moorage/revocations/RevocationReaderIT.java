package io.moorage.revocations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.testkit.TestKafka;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reading with a broker that goes away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RevocationReaderIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<Thread> readers = new ArrayList<>();
    private TestKafka kafka;

    @BeforeAll
    void a_broker_of_its_own() {
        kafka = TestKafka.startOwn();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread reader : readers) {
            reader.interrupt();
            reader.join(SOON);
            assertThat(reader.isAlive()).isFalse();
        }
        readers.clear();
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        kafka.close();
    }

    @Test
    void what_was_said_before_the_start_is_known_as_soon_as_the_stream_was_read() {
        RevocationTopic.ensure(kafka.bootstrap());
        RevocationTopic.ensure(kafka.bootstrap());
        say("before");

        KnownRevocations known = read(new CopyOnWriteArrayList<>());

        await().atMost(SOON).until(known::wasRead);
        assertThat(known.has(Revocation.SESSION, "before")).isTrue();
    }

    @Test
    void news_is_known_at_once_and_told() {
        List<String> told = new CopyOnWriteArrayList<>();
        KnownRevocations known = read(told);
        await().atMost(SOON).until(known::wasRead);

        sayText("session:damaged", "no revocation");
        say("news");

        await().atMost(Duration.ofSeconds(2)).until(() -> known.has(Revocation.SESSION, "news"));
        assertThat(told).contains("session:news");
    }

    @Test
    void while_kafka_is_away_nothing_is_fresh_and_what_was_known_stays_known() throws Exception {
        KnownRevocations known = read(new CopyOnWriteArrayList<>());
        await().atMost(SOON).until(known::isFresh);
        say("before-the-outage");
        await().atMost(SOON).until(() -> known.has(Revocation.SESSION, "before-the-outage"));

        kafka.kill();
        await().atMost(Duration.ofSeconds(4)).until(() -> !known.isFresh());
        assertThat(known.has(Revocation.SESSION, "before-the-outage")).isTrue();

        kafka.restart();
        say("after-the-outage");
        await().atMost(SOON).until(() -> known.has(Revocation.SESSION, "after-the-outage"));
        await().atMost(SOON).until(known::isFresh);
        assertThat(known.has(Revocation.SESSION, "before-the-outage")).isTrue();
    }

    private KnownRevocations read(List<String> told) {
        KnownRevocations known = new KnownRevocations();
        readers.add(Thread.ofPlatform()
                .start(new RevocationReader(kafka.bootstrap(), known, revocation -> told.add(revocation.key()))));
        return known;
    }

    private void say(String session) {
        sayText("session:" + session, RevocationJson.write(new Revocation(Revocation.SESSION, session, Instant.now())));
    }

    private void sayText(String key, String text) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Revocation.TOPIC, key, text)).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

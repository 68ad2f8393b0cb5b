package io.moorage.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.PutAside;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** What the metrics tell of work that lies waiting. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LagIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TestKafka kafka;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void a_service_with_a_broker_of_its_own() {
        kafka = TestKafka.startOwn();
        service = NoteApplication.start(TestPostgres.freshDatabase(), kafka.bootstrap());
        service.getBeansOfType(MeterBinder.class).values().forEach(meters -> meters.bindTo(registry));
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        service.close();
        kafka.close();
    }

    @Test
    void a_subscription_that_hangs_falls_behind_and_catches_up() {
        awaitValue("moorage.subscription.lag", 0);
        NoteApplication.TakeInAccounts.GATE.lock();
        try {
            for (int i = 0; i < 5; i++) opens("ll0000" + i + "-mo");
            awaitValue("moorage.subscription.lag", 10);
        } finally {
            NoteApplication.TakeInAccounts.GATE.unlock();
        }
        awaitValue("moorage.subscription.lag", 0);
    }

    @Test
    void a_transaction_given_up_is_no_lag_for_long() {
        awaitValue("moorage.subscription.lag", 0);
        NoteApplication.TakeInAccounts.GATE.lock();
        try {
            opens("nn00001-mo");
            awaitValue("moorage.subscription.lag", 2);
            inTransaction("given-up", "{}", KafkaProducer::abortTransaction);
            awaitValue("moorage.subscription.lag", 4);
        } finally {
            NoteApplication.TakeInAccounts.GATE.unlock();
        }
        awaitValue("moorage.subscription.lag", 0);
    }

    @Test
    void events_wait_to_be_published_while_kafka_is_away() throws IOException, InterruptedException {
        write(1);
        awaitValue("moorage.publisher.lag", 0);

        kafka.kill();
        write(7);
        awaitValue("moorage.publisher.lag", 7);
        kafka.restart();

        awaitValue("moorage.publisher.lag", 0);
    }

    @Test
    void what_is_parked_is_counted_where_it_failed_until_it_is_settled() {
        for (int i = 0; i < 2; i++) inTransaction("mm00001-mo", "{ not json", KafkaProducer::commitTransaction);
        awaitValue("moorage.parked", 2);
        assertThat(registry.get("moorage.parked")
                        .tag("kind", "message")
                        .gauge()
                        .getId()
                        .getTag("where"))
                .isEqualTo("TakeInAccounts");
        PutAside parked = service.getBean(ParkedMessages.class);
        parked.list(null, 10).forEach(item -> parked.drop(item.id()));
        awaitValue("moorage.parked", 0);
    }

    private void awaitValue(String meter, double value) {
        await().atMost(SOON).untilAsserted(() -> assertThat(value(meter)).isEqualTo(value));
    }

    private double value(String meter) {
        return registry.find(meter).gauges().stream().mapToDouble(Gauge::value).sum();
    }

    private void write(int times) {
        Commands commands = service.getBean(Commands.class);
        IntStream.range(0, times).forEach(i -> commands.send(new Note.Write("written")));
    }

    private void opens(String account) {
        inTransaction(
                account,
                "{\"account\":\"%s\",\"owner\":\"u\",\"kind\":\"customer\",\"currency\":\"EUR\"}".formatted(account),
                KafkaProducer::commitTransaction);
    }

    /** As services publish: a transaction's end, good or not, takes an offset too. */
    private void inTransaction(String account, String json, Consumer<KafkaProducer<String, String>> end) {
        var record = new ProducerRecord<>("moorage.account", account, json);
        Map.of("id", UUID.randomUUID().toString(), "type", "io.moorage.account.AccountOpened.v1")
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", "moorage.account.publisher");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record);
            producer.flush();
            end.accept(producer);
        }
    }
}

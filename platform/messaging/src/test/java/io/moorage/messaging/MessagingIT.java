package io.moorage.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Conflicts;
import io.moorage.eventstore.NotParked;
import io.moorage.eventstore.PutAside;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestPostgres;
import io.moorage.testkit.TestTopic;
import io.moorage.testkit.TestTopic.Received;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Publishing and taking in, with a broker that goes away and replicas that die. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class MessagingIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ACCOUNT_OPENED = "io.moorage.account.AccountOpened.v1";

    private TestKafka kafka;
    private String database;
    private ConfigurableApplicationContext service;
    private TestTopic published;
    private TestTopic accounts;

    @BeforeAll
    void a_service_with_a_broker_of_its_own() {
        kafka = TestKafka.startOwn();
        database = TestPostgres.freshDatabase();
        service = NoteApplication.start(database, kafka.bootstrap());
        published = new TestTopic(kafka.bootstrap(), "moorage.billing");
        accounts = new TestTopic(kafka.bootstrap(), "moorage.account");
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        service.close();
        kafka.close();
    }

    @Test
    void an_event_is_published_with_who_what_and_when() {
        write("said", 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(lines("said")).hasSize(1));
        Received event =
                published.all(received -> received.key().equals("said")).getFirst();
        assertThat(event.attributes())
                .containsEntry("specversion", "1.0")
                .containsEntry("type", "io.moorage.billing.TopUpExpired.v1")
                .containsEntry("source", "/moorage/billing")
                .containsEntry("subject", "said")
                .containsEntry("account", "said")
                .containsEntry("sequence", "0")
                .containsEntry("content-type", "application/json")
                .containsKeys("id", "time");
    }

    @Test
    void while_kafka_is_away_commands_go_on_and_events_follow_once_and_in_order()
            throws IOException, InterruptedException {
        write("outage", 3);
        await().atMost(SOON).untilAsserted(() -> assertThat(lines("outage")).hasSize(3));

        kafka.kill();
        write("outage", 20);
        kafka.restart();
        write("outage", 2);

        await().atMost(SOON).untilAsserted(() -> assertThat(lines("outage")).hasSizeGreaterThanOrEqualTo(25));
        assertThat(lines("outage"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 25).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_second_replica_publishes_on_where_the_first_ended() {
        write("handed-over", 5);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lines("handed-over")).hasSize(5));
        try (ConfigurableApplicationContext second = NoteApplication.start(database, kafka.bootstrap())) {
            service.close();
            IntStream.range(0, 5).forEach(i -> second.getBean(Commands.class).send(new Note.Write("handed-over")));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(lines("handed-over")).hasSizeGreaterThanOrEqualTo(10));
            assertThat(lines("handed-over"))
                    .isEqualTo(IntStream.rangeClosed(1, 10)
                            .mapToObj(Integer::toString)
                            .toList());
        } finally {
            service = NoteApplication.start(database, kafka.bootstrap());
        }
    }

    @Test
    void an_event_that_arrives_again_and_again_takes_effect_once() {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 10; i++) accounts.publish("rr00001-mo", ACCOUNT_OPENED, id, opened("rr00001-mo", "u"));
        accounts.publish("rr00002-mo", ACCOUNT_OPENED, UUID.randomUUID().toString(), opened("rr00002-mo", "u"));
        accounts.publish("rr00001-mo", ACCOUNT_OPENED, UUID.randomUUID().toString(), opened("rr00001-mo", "last"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(owners("rr00001-mo")).contains("last"));

        assertThat(owners("rr00001-mo")).containsExactly("u", "last");
        assertThat(sql().queryForList(
                                "select causation from taken_in where account = 'rr00001-mo' and owner = 'u'",
                                String.class))
                .containsExactly(id);
    }

    @Test
    void a_message_that_cannot_be_taken_in_holds_back_its_own_aggregate_only() {
        NoteApplication.TakeInAccounts.REFUSED.add("pp00001-mo");
        for (String owner : List.of("1", "2", "3"))
            accounts.publish("pp00001-mo", ACCOUNT_OPENED, UUID.randomUUID().toString(), opened("pp00001-mo", owner));
        accounts.publish("pp00002-mo", ACCOUNT_OPENED, UUID.randomUUID().toString(), opened("pp00002-mo", "1"));
        accounts.publish("pp00003-mo", ACCOUNT_OPENED, UUID.randomUUID().toString(), "{ not json");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(owners("pp00002-mo")).containsExactly("1");
            assertThat(sql().queryForList("select aggregate_id from parked_message order by 1", String.class))
                    .containsExactly("pp00001-mo", "pp00001-mo", "pp00001-mo", "pp00003-mo");
        });
        assertThat(owners("pp00001-mo")).as("a failed effect leaves no trace").isEmpty();

        NoteApplication.TakeInAccounts.REFUSED.clear();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(owners("pp00001-mo")).containsExactly("1", "2", "3"));
    }

    @Test
    void parked_messages_are_listed_without_content_and_retried_or_dropped_by_an_operator() {
        NoteApplication.TakeInAccounts.REFUSED.add("oo00001-mo");
        for (String owner : List.of("1", "2", "3"))
            accounts.publish("oo00001-mo", ACCOUNT_OPENED, "oo-" + owner, opened("oo00001-mo", owner));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parkedOf("oo00001-mo"))
                        .extracting(PutAside.Item::eventId, PutAside.Item::error, PutAside.Item::waits)
                        .containsExactly(
                                tuple("oo-1", "java.lang.IllegalStateException", false),
                                tuple("oo-2", "an earlier event of the aggregate is parked", true),
                                tuple("oo-3", "an earlier event of the aggregate is parked", true)));
        PutAside parked = service.getBean(ParkedMessages.class);
        List<PutAside.Item> items = parkedOf("oo00001-mo");
        assertThat(parked.counts()).containsEntry("TakeInAccounts", 3L);
        assertThat(catchThrowableOfType(
                                NotParked.class,
                                () -> parked.retry(items.getLast().id()))
                        .code())
                .isEqualTo("parked-behind-another");

        assertThat(parked.drop(items.get(1).id()).waits()).isTrue();
        assertThat(catchThrowableOfType(
                                NotParked.class, () -> parked.drop(items.get(1).id()))
                        .code())
                .isEqualTo("parked-not-found");
        Conflicts.retried(() -> sql().update("update parked_message set next_try_at = now() + interval '1 hour'"));
        NoteApplication.TakeInAccounts.REFUSED.clear();
        parked.retry(items.getFirst().id());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(owners("oo00001-mo")).containsExactly("1"));
        parked.retry(items.getLast().id());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(owners("oo00001-mo")).containsExactly("1", "3"));
    }

    private List<PutAside.Item> parkedOf(String account) {
        return service.getBean(ParkedMessages.class).list(null, 200).stream()
                .filter(item -> item.aggregate().equals(account))
                .toList();
    }

    private void write(String note, int times) {
        Commands commands = service.getBean(Commands.class);
        IntStream.range(0, times).forEach(i -> commands.send(new Note.Write(note)));
    }

    private List<String> lines(String note) {
        return published.all(received -> received.key().equals(note)).stream()
                .map(received -> received.value().replaceFirst(".*\"topUpId\":\"(\\d+)\".*", "$1"))
                .toList();
    }

    private List<String> owners(String account) {
        return sql()
                .queryForList("select owner from taken_in where account = ? order by place", String.class, account)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private JdbcTemplate sql() {
        return service.getBean(JdbcTemplate.class);
    }

    private static String opened(String account, String owner) {
        return "{\"account\":\"%s\",\"owner\":\"%s\",\"kind\":\"customer\",\"currency\":\"EUR\"}"
                .formatted(account, owner);
    }
}

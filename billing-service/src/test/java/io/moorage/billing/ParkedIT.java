package io.moorage.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.eventstore.Conflicts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Work that the service put aside, as operators see and settle it. */
@BillingTest
class ParkedIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Operator operator;

    @BeforeEach
    void an_operator() {
        operator = new Operator(port);
    }

    @AfterEach
    void nothing_is_left_over() {
        StubSandbox.away(false);
        change("delete from dead_letter");
        change("delete from parked_message");
    }

    @Test
    void only_who_shows_the_secret_sees_and_settles_what_is_parked() {
        Operator stranger = new Operator(port, "guessed");
        String path = "/internal/parked/event:Reader:1:1";
        for (ResponseSpec answer :
                List.of(stranger.get("/internal/parked"), stranger.post(path + "/retry"), stranger.drop(path, "me")))
            answer.expectStatus().isUnauthorized();
        new Client(port, "billing:read").get("/internal/parked").expectStatus().isUnauthorized();
    }

    @Test
    void events_are_retried_at_once_when_an_operator_says_so() {
        Client customer = new Client(port, "billing:read", "billing:pay").openAccount(TestKafka.sharedBootstrap());
        await().atMost(SOON)
                .untilAsserted(
                        () -> customer.get("/api/v1/balance").expectStatus().isOk());
        StubSandbox.away(true);
        String topUp = JsonPath.read(body(customer.topUp("20")), "$.id");
        Map<String, Object> item = awaitParked(topUp);
        assertThat(item)
                .containsEntry("where", "WhenTopUpRequestedOpenCheckout")
                .containsEntry("type", "TopUpRequested")
                .containsEntry("waits", false)
                .containsOnlyKeys(
                        "id",
                        "where",
                        "aggregate",
                        "eventId",
                        "type",
                        "error",
                        "tries",
                        "waits",
                        "parkedAt",
                        "nextTryAt");
        assertThat(String.valueOf(item.get("error"))).as("no content").matches("[\\w.]+");
        StubSandbox.away(false);
        change("update dead_letter set next_try_at = now() + interval '1 hour'");

        operator.post("/internal/parked/" + item.get("id") + "/retry")
                .expectStatus()
                .isAccepted();

        await().atMost(SOON)
                .untilAsserted(() -> customer.get("/api/v1/top-ups/" + topUp)
                        .expectBody()
                        .jsonPath("$.checkoutUrl")
                        .exists());
        assertThat(parked(topUp)).isEmpty();
    }

    @Test
    void messages_are_dropped_by_an_operator_who_gives_a_name() {
        String account = unreadable(1);
        String path = "/internal/parked/" + awaitParked(account).get("id");

        operator.drop(path, "eve [admin]").expectStatus().isBadRequest();
        operator.drop(path, "Ada Martin")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.where")
                .isEqualTo("WhenAccountOpenedOpenWallet")
                .jsonPath("$.waits")
                .isEqualTo(false);

        assertThat(parked(account)).isEmpty();
        operator.post(path + "/retry")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("parked-not-found")
                .jsonPath("$.title")
                .isEqualTo("Rien en attente");
    }

    @Test
    void what_waits_for_another_is_not_tried_before_it() {
        String account = unreadable(2);
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(account)).hasSize(2));
        operator.post("/internal/parked/" + parked(account).getLast().get("id") + "/retry")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("parked-behind-another");
    }

    @Test
    void pages_of_the_list_follow_each_other_over_events_and_messages() {
        Client customer = new Client(port, "billing:read", "billing:pay").openAccount(TestKafka.sharedBootstrap());
        await().atMost(SOON)
                .untilAsserted(
                        () -> customer.get("/api/v1/balance").expectStatus().isOk());
        StubSandbox.away(true);
        awaitParked(JsonPath.read(body(customer.topUp("20")), "$.id"));
        awaitParked(JsonPath.read(body(customer.topUp("20")), "$.id"));
        String account = unreadable(3);
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(account)).hasSize(3));

        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            String page = body(operator.get("/internal/parked?limit=2" + next));
            ids.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            String cursor = JsonPath.<Map<String, String>>read(page, "$").get("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(ids)
                .isEqualTo(JsonPath.read(body(operator.get("/internal/parked?limit=200")), "$.items[*].id"))
                .hasSize(5)
                .doesNotHaveDuplicates();
        operator.get("/internal/parked?cursor=bm9uc2Vuc2U").expectStatus().isBadRequest();
    }

    /** Messages of a new account that nobody can read. */
    private static String unreadable(int messages) {
        String account = "uu" + UUID.randomUUID().toString().substring(0, 5) + "-mo";
        for (int i = 0; i < messages; i++)
            new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                    .publish(
                            account,
                            "io.moorage.account.AccountOpened.v1",
                            UUID.randomUUID().toString(),
                            "{ \"owner\": \"secret");
        return account;
    }

    private Map<String, Object> awaitParked(String aggregate) {
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(aggregate)).isNotEmpty());
        return parked(aggregate).getFirst();
    }

    private List<Map<String, Object>> parked(String aggregate) {
        return JsonPath.read(
                body(operator.get("/internal/parked?limit=200")), "$.items[?(@.aggregate == '" + aggregate + "')]");
    }

    /** A reader may be trying the same rows at this moment. */
    private void change(String statement) {
        Conflicts.retried(() -> sql.update(statement));
    }

    private static String body(ResponseSpec answer) {
        return new String(answer.expectBody().returnResult().getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}

package io.moorage.inventory.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import io.moorage.inventory.StubMachines;
import io.moorage.inventory.StubMachines.Mood;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@InventoryTest
@SuppressWarnings("NullAway.Init")
class ServerActionsApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Client customer;
    String machine;
    String server;

    @BeforeEach
    void a_server_on_a_machine() {
        customer = new Client(port, "services:read", "services:manage");
        machine = "m-" + UUID.randomUUID();
        server = server(Map.of());
    }

    @AfterEach
    void the_machines_are_back() {
        StubMachines.away(false);
    }

    @Test
    void a_reboot_is_asked_for_done_once_and_published() {
        ResponseSpec answer = ask("reboot");
        String body = Client.body(answer.expectStatus().isAccepted());
        String id = JsonPath.read(body, "$.id");
        answer.expectHeader().valueEquals("Location", "/api/v1/actions/" + id);
        answer.expectHeader().valueEquals("Moorage-Activity", "server-reboot");
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("reboot");
        assertThat(JsonPath.<String>read(body, "$.server")).isEqualTo(server);

        awaitState(id, "succeeded");

        assertThat(StubMachines.effects(machine)).containsExactly("reboot");
        action(id)
                .jsonPath("$.progress")
                .isEqualTo(100)
                .jsonPath("$.startedAt")
                .exists()
                .jsonPath("$.finishedAt")
                .exists()
                .jsonPath("$.cancellable")
                .isEqualTo(false)
                .jsonPath("$.error")
                .doesNotExist();
        await().atMost(SOON).untilAsserted(() -> {
            List<TestTopic.Received> events = published(id);
            assertThat(events)
                    .extracting(event -> event.attributes().get("type"))
                    .startsWith(
                            "io.moorage.inventory.ServerActionRequested.v1",
                            "io.moorage.inventory.ServerActionStarted.v1")
                    .endsWith("io.moorage.inventory.ServerActionFinished.v1");
            assertThat(JsonPath.<String>read(events.getLast().value(), "$.outcome"))
                    .isEqualTo("succeeded");
            assertThat(events)
                    .extracting(event -> event.attributes().get("account"))
                    .containsOnly(customer.account);
            assertThat(events)
                    .extracting(event -> event.attributes().get("session"))
                    .containsOnly("test-session");
        });
    }

    @Test
    void what_staff_ask_for_is_told_as_theirs_to_its_end() {
        String id = id(customer.asStaff("services:read", "services:manage")
                .post("/api/v1/servers/" + server + "/actions", "{\"type\":\"reboot\"}"));
        awaitState(id, "succeeded");

        await().atMost(SOON).untilAsserted(() -> {
            List<TestTopic.Received> events = published(id);
            assertThat(events)
                    .extracting(event -> event.attributes().get("type"))
                    .endsWith("io.moorage.inventory.ServerActionFinished.v1");
            assertThat(events)
                    .extracting(event -> event.attributes().get("capacity"))
                    .containsOnly("staff");
        });
    }

    @Test
    void the_server_shows_what_became_of_it_as_soon_as_the_action_has_ended() {
        awaitState(asked("power-off"), "succeeded");
        customer.get("/api/v1/servers/" + server)
                .expectBody()
                .jsonPath("$.power")
                .isEqualTo("off")
                .jsonPath("$.busyWith")
                .doesNotExist();
        awaitState(id(ask("{\"type\":\"reinstall\",\"image\":\"ubuntu-26.04\"}", new HttpHeaders())), "succeeded");
        customer.get("/api/v1/servers/" + server)
                .expectBody()
                .jsonPath("$.power")
                .isEqualTo("on")
                .jsonPath("$.image")
                .isEqualTo("ubuntu-26.04");
    }

    @Test
    void a_busy_server_takes_no_other_action_and_names_the_one_that_blocks() {
        StubMachines.mood(machine, Mood.HELD);
        String first = asked("reboot");
        ask("power-off")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("server-busy")
                .jsonPath("$.action")
                .isEqualTo(first);
        customer.get("/api/v1/servers/" + server)
                .expectBody()
                .jsonPath("$.busyWith")
                .isEqualTo(first);
        StubMachines.mood(machine, Mood.GOOD);
        awaitState(first, "succeeded");
        awaitState(asked("power-off"), "succeeded");
    }

    @Test
    void of_fifty_asked_for_at_once_one_is_taken() throws Exception {
        StubMachines.mood(machine, Mood.HELD);
        List<Integer> statuses;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> sender =
                    () -> ask("reboot").returnResult(Void.class).getStatus().value();
            statuses = senders
                    .invokeAll(IntStream.range(0, 50).mapToObj(i -> sender).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
        }
        assertThat(statuses).filteredOn(status -> status == 202).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        StubMachines.mood(machine, Mood.GOOD);
        await().atMost(SOON).until(() -> StubMachines.effects(machine).equals(List.of("reboot")));
    }

    @Test
    void a_repeated_request_is_the_same_action() {
        HttpHeaders key = header("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"type\":\"reboot\"}";
        String id = id(ask(body, key));
        assertThat(id(ask(body, key))).isEqualTo(id);
        awaitState(id, "succeeded");
        assertThat(id(ask(body, key))).isEqualTo(id);
        assertThat(StubMachines.effects(machine)).containsExactly("reboot");
    }

    @Test
    void what_the_machine_has_not_begun_is_cancelled() {
        StubMachines.mood(machine, Mood.HELD);
        String id = asked("reboot");
        awaitState(id, "running");
        customer.post("/api/v1/actions/" + id + "/cancel", "").expectStatus().isAccepted();
        awaitState(id, "cancelled");
        assertThat(StubMachines.effects(machine)).isEmpty();
        StubMachines.mood(machine, Mood.GOOD);
        awaitState(asked("power-off"), "succeeded");
    }

    @Test
    void what_the_machine_has_begun_goes_on_and_is_too_late_to_cancel() {
        StubMachines.mood(machine, Mood.STUCK);
        String id = asked("reboot");
        await().atMost(SOON).until(() -> StubMachines.effects(machine).contains("reboot"));
        customer.post("/api/v1/actions/" + id + "/cancel", "").expectStatus().isAccepted();
        await().atMost(SOON)
                .untilAsserted(
                        () -> refused(customer.post("/api/v1/actions/" + id + "/cancel", ""), 409, "cancel-too-late"));
        StubMachines.mood(machine, Mood.GOOD);
        awaitState(id, "succeeded");
        refused(customer.post("/api/v1/actions/" + id + "/cancel", ""), 409, "cancel-too-late");
    }

    @Test
    void what_failed_says_why_and_can_be_asked_for_again() {
        StubMachines.mood(machine, Mood.FAILING);
        String id = asked("power-off");
        awaitState(id, "failed");
        customer.get("/api/v1/actions/" + id, header("Accept-Language", "fr"))
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("machine-failed")
                .jsonPath("$.error.detail")
                .value(detail -> assertThat(String.valueOf(detail)).startsWith("La machine n'y est pas parvenue"));
        StubMachines.mood(machine, Mood.GOOD);
        String again = id(customer.post("/api/v1/actions/" + id + "/retry", ""));
        assertThat(again).isNotEqualTo(id);
        awaitState(again, "succeeded");
        action(again).jsonPath("$.type").isEqualTo("power-off");
        refused(customer.post("/api/v1/actions/" + again + "/retry", ""), 409, "action-not-retryable");
    }

    @ParameterizedTest
    @CsvSource({"HELD, machine-too-slow", "STUCK, machine-too-slow", "LYING, machine-contradicts-itself"})
    void what_does_not_get_done_in_time_is_given_up_and_the_server_is_free(Mood mood, String fault) {
        StubMachines.mood(machine, mood);
        String id = asked("rescue-on");
        awaitState(id, "timed-out");
        action(id).jsonPath("$.error.code").isEqualTo(fault);
        StubMachines.mood(machine, Mood.GOOD);
        awaitState(asked("power-off"), "succeeded");
        if (mood == Mood.HELD) assertThat(StubMachines.effects(machine)).containsExactly("power-off");
    }

    @Test
    void while_the_machines_are_away_the_action_waits() {
        StubMachines.away(true);
        String id = asked("reboot");
        awaitState(id, "running");
        StubMachines.away(false);
        awaitState(id, "succeeded");
        assertThat(StubMachines.effects(machine)).containsExactly("reboot");
    }

    @Test
    void a_server_that_nothing_here_can_drive_says_so() {
        server = server(Map.of("driver", Map.of("kind", "libvirt", "address", "no such name")));
        String id = asked("reboot");
        awaitState(id, "failed");
        action(id).jsonPath("$.error.code").isEqualTo("machine-not-connected");
    }

    @ParameterizedTest
    @CsvSource({"suspended, server-suspended", "provisioning, server-not-ready"})
    void only_a_server_in_service_is_operated(String status, String code) {
        server = server(Map.of("status", status));
        refused(ask("reboot"), 409, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                       | action-type-unknown
                    {"type":"explode"}                       | action-type-unknown
                    {"type":"reinstall"}                     | image-required
                    {"type":"reinstall","image":" "}         | image-required
                    {"type":"reinstall","image":"windows-95"} | image-unknown
                    """)
    void what_makes_no_sense_is_refused(String body, String code) {
        refused(ask(body, new HttpHeaders()), 422, code);
    }

    @Test
    void somebody_elses_servers_and_actions_do_not_exist() {
        String id = asked("reboot");
        Client stranger = new Client(port, "services:read", "services:manage");
        refused(
                stranger.post("/api/v1/servers/" + server + "/actions", "{\"type\":\"reboot\"}"),
                404,
                "server-not-found");
        refused(stranger.get("/api/v1/servers/" + server + "/images"), 404, "server-not-found");
        refused(stranger.get("/api/v1/actions?server=" + server), 404, "server-not-found");
        refused(stranger.get("/api/v1/actions/" + id), 404, "action-not-found");
        refused(stranger.post("/api/v1/actions/" + id + "/cancel", ""), 404, "action-not-found");
        refused(stranger.post("/api/v1/actions/" + id + "/retry", ""), 404, "action-not-found");
        refused(customer.get("/api/v1/actions/nonsense"), 404, "action-not-found");
    }

    @Test
    void operating_takes_the_permission_and_a_role_that_covers_it() {
        Client reader = new Client(customer.account, port, "services:read");
        refused(reader.post("/api/v1/servers/" + server + "/actions", "{\"type\":\"reboot\"}"), 403, "not-permitted");
        String id = asked("reboot");
        awaitState(id, "succeeded");
        sql.update("update server set roles = '{billing}' where number = ?", server);
        refused(ask("reboot"), 403, "role-missing");
        refused(customer.post("/api/v1/actions/" + id + "/retry", ""), 409, "action-not-retryable");
        customer.get("/api/v1/actions/" + id).expectStatus().isOk();
    }

    @Test
    void the_history_of_a_server_is_listed_newest_first() {
        String first = asked("power-off");
        awaitState(first, "succeeded");
        StubMachines.mood(machine, Mood.HELD);
        String second = asked("power-on");
        awaitState(second, "running");
        assertThat(ids(customer.get("/api/v1/actions?server=" + server))).containsExactly(second, first);
        assertThat(ids(customer.get("/api/v1/actions?state=running"))).containsExactly(second);
        String page = Client.body(customer.get("/api/v1/actions?limit=1"));
        String last =
                Client.body(customer.get("/api/v1/actions?limit=1&cursor=" + JsonPath.<String>read(page, "$.next")));
        assertThat(JsonPath.<List<String>>read(last, "$.items[*].id")).containsExactly(first);
        assertThat(last).doesNotContain("\"next\":\"");
        refused(customer.get("/api/v1/actions?state=bored"), 422, "action-state-unknown");
        customer.post("/api/v1/actions/" + second + "/cancel", "")
                .expectStatus()
                .isAccepted();
    }

    @Test
    void the_images_are_listed() {
        customer.get("/api/v1/servers/" + server + "/images")
                .expectBody()
                .jsonPath("$.items[?(@.id == 'debian-13')].name")
                .isEqualTo("Debian 13");
    }

    private String server(Map<String, ?> special) {
        Map<String, Object> all = new HashMap<>(Map.of("driver", Map.of("kind", "simulated", "address", machine)));
        all.putAll(special);
        return customer.server(all);
    }

    private ResponseSpec ask(String type) {
        return ask("{\"type\":\"%s\"}".formatted(type), new HttpHeaders());
    }

    private static HttpHeaders header(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    private ResponseSpec ask(String body, HttpHeaders headers) {
        return customer.post("/api/v1/servers/" + server + "/actions", body, headers);
    }

    private String asked(String type) {
        return id(ask(type));
    }

    private static List<String> ids(ResponseSpec answer) {
        return JsonPath.read(Client.body(answer), "$.items[*].id");
    }

    private static String id(ResponseSpec answer) {
        return JsonPath.read(Client.body(answer.expectStatus().isAccepted()), "$.id");
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private BodyContentSpec action(String id) {
        return customer.get("/api/v1/actions/" + id).expectStatus().isOk().expectBody();
    }

    private void awaitState(String id, String state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> action(id).jsonPath("$.state").isEqualTo(state));
    }

    private static List<TestTopic.Received> published(String id) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.inventory").all(event -> id.equals(event.key()));
    }
}

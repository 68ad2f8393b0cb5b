package io.moorage.inventory.server;

import static io.moorage.inventory.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.eventstore.Commands;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import io.moorage.inventory.OneIsBusy;
import io.moorage.inventory.server.ServerCommand.ActivateServer;
import io.moorage.inventory.server.ServerCommand.AllocateServer;
import io.moorage.inventory.server.ServerCommand.CancelServer;
import io.moorage.inventory.server.ServerCommand.RecordImage;
import io.moorage.inventory.server.ServerCommand.RecordPower;
import io.moorage.inventory.server.ServerCommand.SuspendServer;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTopic;
import io.moorage.web.Export;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server: taken in, looked at, tagged, named; by whom it may be. */
@InventoryTest
@SuppressWarnings("NullAway.Init")
class ServersApiIT {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    @Autowired
    JdbcTemplate sql;

    Client customer;

    @BeforeEach
    void a_customer() {
        customer = new Client(port, "services:read", "services:manage");
    }

    @Test
    void a_server_that_was_taken_in_is_its_accounts_with_all_roles() {
        String number = customer.server(Map.of(
                "ips",
                List.of("192.0.2.10", "2001:DB8:0::10"),
                "tags",
                List.of("web", "prod"),
                "specification",
                Map.of("cpus", 2, "cores", 32, "ramGb", 256, "diskGb", 3840, "gpu", "L40S")));

        String server = body(customer.get("/api/v1/servers/" + number));

        assertThat(JsonPath.<Map<String, Object>>read(server, "$"))
                .containsEntry("number", number)
                .containsEntry("name", "web-1")
                .containsEntry("kind", "vps")
                .containsEntry("location", "NL")
                .containsEntry("datacenter", "AMS-1")
                .containsEntry("status", "active")
                .containsEntry("overdue", false)
                .containsEntry("power", "on")
                .containsEntry("ips", List.of("192.0.2.10", "2001:db8::10"))
                .containsEntry("tags", List.of("web", "prod"))
                .containsEntry("image", "debian-13")
                .containsEntry("roles", List.of("admin", "technical", "billing"))
                .containsEntry("reverseDns", Map.of())
                .doesNotContainKey("busyWith")
                .containsKey("createdAt");
        assertThat(JsonPath.<String>read(server, "$.specification.gpu")).isEqualTo("L40S");
        assertThat(server).doesNotContain("simulated");
    }

    @Test
    void a_server_is_taken_in_once_and_what_happened_since_stays() {
        String number = customer.server(Map.of("status", "provisioning", "tags", List.of("first"), "overdue", true));
        customer.get("/api/v1/servers/" + number)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("provisioning")
                .jsonPath("$.power")
                .isEqualTo("off");

        String path = "/internal/servers/" + number;
        customer.take(path, customer.intake(Map.of("name", "other", "tags", List.of("second"))));
        customer.take(path, customer.intake(Map.of())).expectStatus().isOk();

        customer.get("/api/v1/servers/" + number)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("active")
                .jsonPath("$.overdue")
                .isEqualTo(true)
                .jsonPath("$.name")
                .isEqualTo("web-1")
                .jsonPath("$.tags[0]")
                .isEqualTo("first");
        assertThat(events(number))
                .containsExactly("ServerAllocated", "ServerBecameOverdue", "ServerTagsChanged", "ServerProvisioned");
    }

    @Test
    void a_number_belongs_to_one_account() {
        String number = customer.server(Map.of());
        Client other = new Client(port, "services:read");
        other.take("/internal/servers/" + number, other.intake(Map.of()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("server-number-taken");
    }

    @Test
    void what_cannot_be_taken_in_is_told_field_by_field() {
        Map<String, Object> bad = customer.intake(Map.of(
                "kind",
                "toaster",
                "location",
                "n l",
                "ips",
                List.of("192.0.2.300"),
                "status",
                "cancelled",
                "name",
                ""));
        bad.remove("driver");
        String answer = body(customer.take("/internal/servers/0815", bad));
        assertThat(JsonPath.<List<String>>read(answer, "$.errors[*].pointer"))
                .containsExactly(
                        "", "/name", "/kind", "/location", "/driver/kind", "/driver/address", "/status", "/ips");
    }

    @Test
    void only_the_platform_itself_takes_servers_in() {
        customer.put("/internal/servers/4711", customer.intake(Map.of()))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void what_the_machine_reports_and_what_works_on_it_shows_at_once() {
        customer.take("/internal/servers/" + OneIsBusy.NUMBER, customer.intake(Map.of()));
        commands.send(new RecordPower(OneIsBusy.NUMBER, false, AT));
        commands.send(new RecordImage(OneIsBusy.NUMBER, "ubuntu-26.04", AT));
        customer.get("/api/v1/servers/" + OneIsBusy.NUMBER)
                .expectBody()
                .jsonPath("$.power")
                .isEqualTo("off")
                .jsonPath("$.image")
                .isEqualTo("ubuntu-26.04")
                .jsonPath("$.busyWith")
                .isEqualTo("action-1");
    }

    @Test
    void tags_are_replaced_and_kept_out_of_the_log() {
        String number = customer.server(Map.of());
        customer.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of(" Ægir-secret ", "b")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tags[0]")
                .isEqualTo("Ægir-secret");
        customer.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of("c")))
                .expectBody()
                .jsonPath("$.tags.length()")
                .isEqualTo(1);
        assertThat(sql.queryForObject("select count(*) from event where payload::text like '%secret%'", Integer.class))
                .isZero();
    }

    @Test
    void an_address_gets_a_name_and_loses_it() {
        String number = customer.server(Map.of("ips", List.of("2001:db8::a", "192.0.2.10")));
        String path = "/api/v1/servers/" + number + "/reverse-dns";
        customer.put(path, Map.of("ip", "2001:db8:0:0::A", "name", "Web.Example.EU."))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reverseDns['2001:db8::a']")
                .isEqualTo("web.example.eu");
        customer.put(path, Map.of("ip", "2001:db8::a", "name", ""))
                .expectBody()
                .jsonPath("$.reverseDns")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tags        | {"tags":["<script>alert(1)</script>"]}                | 422 | tag-invalid
                    tags        | {"tags":["=1+1"]}                                     | 422 | tag-invalid
                    tags        | {"tags":["a",null]}                                   | 422 | tag-invalid
                    tags        | {"tags":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21"]} | 422 | too-many-tags
                    tags        | {"tags":"web"}                                        | 400 | malformed-request
                    tags        | []                                                    | 400 | malformed-request
                    reverse-dns | {"ip":"192.0.2.10","name":"not a name"}               | 422 | host-name-invalid
                    reverse-dns | {"ip":"192.0.2.99","name":"web.example.eu"}           | 422 | ip-not-of-server
                    reverse-dns | {"ip":"x","name":"web.example.eu"}                    | 422 | ip-not-of-server
                    reverse-dns | {}                                                    | 422 | ip-not-of-server
                    """)
    void what_cannot_be_is_refused_with_its_reason(String what, String json, int status, String code) {
        String number = customer.server(Map.of());
        customer.put("/api/v1/servers/" + number + "/" + what, json)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .isNotEmpty();
        assertThat(events(number)).containsExactly("ServerAllocated", "ServerProvisioned");
    }

    @Test
    void somebody_elses_server_is_not_there() {
        String number = customer.server(Map.of());
        Client stranger = new Client(port, "services:read", "services:manage");
        for (String unknown : List.of(number, "99999999", "abc", "'--"))
            stranger.get("/api/v1/servers/{number}", unknown)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("server-not-found");
        stranger.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of()))
                .expectStatus()
                .isNotFound();
        stranger.put("/api/v1/servers/" + number + "/reverse-dns", Map.of("ip", "192.0.2.10", "name", ""))
                .expectStatus()
                .isNotFound();
        stranger.get("/api/v1/servers").expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void reading_needs_one_permission_and_managing_another() {
        String number = customer.server(Map.of());
        Client reader = new Client(customer.account, port, "services:read");
        Client payer = new Client(customer.account, port, "billing:pay");
        reader.get("/api/v1/servers/" + number).expectStatus().isOk();
        reader.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of()))
                .expectStatus()
                .isForbidden();
        payer.get("/api/v1/servers/" + number).expectStatus().isForbidden();
        payer.export("text/csv", "/api/v1/servers").expectStatus().isForbidden();
    }

    @Test
    void an_account_that_only_pays_for_a_server_sees_it_and_cannot_work_on_it() {
        String number = Client.freshNumber();
        Contacts contacts = new Contacts("own0001-mo", "own0001-mo", customer.account);
        commands.send(new AllocateServer(
                number,
                contacts,
                "web-1",
                "vps",
                "NL",
                "AMS-1",
                List.of("192.0.2.10"),
                new Specification(1, 4, 8, 160, null),
                "debian-13",
                new Driver("simulated", number),
                AT));

        customer.get("/api/v1/servers/" + number)
                .expectBody()
                .jsonPath("$.roles")
                .isEqualTo(List.of("billing"));
        customer.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of()))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("role-missing");
        customer.put("/api/v1/servers/" + number + "/reverse-dns", Map.of("ip", "192.0.2.10", "name", ""))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_server_with_a_long_history_is_still_itself() {
        String number = customer.server(Map.of());
        commands.send(new SuspendServer(number, SuspensionReason.ABUSE, AT));
        for (int i = 0; i < 110; i++) commands.send(new RecordPower(number, i % 2 == 1, AT));
        assertThat(sql.queryForObject("select count(*) from snapshot where aggregate_id = ?", Integer.class, number))
                .isEqualTo(1);

        // Both are decided on what the snapshot says.
        customer.put("/api/v1/servers/" + number + "/reverse-dns", Map.of("ip", "192.0.2.10", "name", "a.example.eu"))
                .expectStatus()
                .isOk();
        commands.send(new ActivateServer(number, SuspensionReason.ABUSE, AT));

        customer.get("/api/v1/servers/" + number)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("active");
    }

    @Test
    void a_cancelled_server_is_shown_and_left_alone() {
        String number = customer.server(Map.of());
        commands.send(new CancelServer(number, AT));
        customer.get("/api/v1/servers/" + number)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("cancelled");
        customer.put("/api/v1/servers/" + number + "/tags", Map.of("tags", List.of("a")))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("server-cancelled");
    }

    @Test
    void the_document_of_the_api_tells_what_can_be_asked_and_what_comes() {
        String list = "$.paths['/api/v1/servers'].get";
        String document = body(customer.get("/v3/api-docs"));
        assertThat(JsonPath.<List<String>>read(document, list + ".parameters[*].name"))
                .containsOnlyOnce("location", "status", "search", "sort", "limit", "cursor", "all", "Moorage-Account");
        assertThat(JsonPath.<Map<String, Object>>read(document, list + ".responses['200'].content"))
                .containsOnlyKeys("application/json", Export.CSV, Export.XLSX);
        assertThat(JsonPath.<String>read(document, list + ".responses['200'].content['application/json'].schema.$ref"))
                .isEqualTo("#/components/schemas/PageServer");
        assertThat(document).doesNotContain("/internal/");
    }

    @Test
    void what_happens_is_published_without_what_customers_wrote() {
        String number = customer.server(Map.of("status", "suspended", "overdue", true, "tags", List.of("private")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published(number))
                        .extracting(event -> event.attributes().get("type") + " " + event.value())
                        .containsExactly(
                                "io.moorage.inventory.ServerTagsChanged.v1 {\"server\":\"%s\",\"account\":\"%s\"}"
                                        .formatted(number, customer.account),
                                "io.moorage.inventory.ServerProvisioned.v1 {\"server\":\"%s\",\"account\":\"%s\",\"kind\":\"vps\",\"location\":\"NL\"}"
                                        .formatted(number, customer.account),
                                "io.moorage.inventory.ServerStatusChanged.v1 {\"server\":\"%s\",\"account\":\"%s\",\"status\":\"suspended\",\"payment\":\"overdue\"}"
                                        .formatted(number, customer.account)));
    }

    private List<String> events(String number) {
        return sql.query(
                "select type from event where aggregate_id = ? order by n", (row, index) -> row.getString(1), number);
    }

    private static List<TestTopic.Received> published(String number) {
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.inventory")
                .all(received -> number.equals(received.key()));
    }
}

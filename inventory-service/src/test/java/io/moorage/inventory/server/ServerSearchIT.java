package io.moorage.inventory.server;

import static io.moorage.inventory.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import io.moorage.web.Export;
import io.moorage.web.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of servers: what it finds, in which order, page by page and as a file. */
@InventoryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ServerSearchIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Client customer;

    /** Numbers that texts would sort otherwise, and among them one of another account. */
    @BeforeAll
    void some_servers() {
        customer = new Client(port, "services:read");
        server("901", "web-1", "NL", "active", List.of("192.0.2.10", "2001:db8::10"), List.of("Prod", "10.0 beta"));
        server("9002", "Web-2", "NL", "suspended", List.of("192.0.2.100"), List.of("prod"));
        server("90003", "db-1", "US", "active", List.of("192.0.20.1"), List.of("a_b"));
        server("900004", "db-2", "US", "active", List.of("10.0.0.1"), List.of("-first"));
        server("12", "été", "DE", "provisioning", List.of("2001:db8:1::1"), List.of());
        customer.take(
                "/internal/servers/13", customer.intake(Map.of("overdue", true, "name", "late", "location", "US")));
        new Client(port).server(Map.of("name", "web-3", "tags", List.of("prod")));
    }

    private void server(
            String number, String name, String location, String status, List<String> ips, List<String> tags) {
        Map<String, Object> special =
                Map.of("name", name, "location", location, "status", status, "ips", ips, "tags", tags);
        customer.take("/internal/servers/" + number, customer.intake(special))
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    90                    | 901 9002 90003 900004
                    900                   | 9002 90003 900004
                    901                   | 901
                    web                   | 901 9002
                    WEB-2                 | 9002
                    Été                   | 12
                    prod                  | 901 9002
                    PROD                  | 901 9002
                    192.0.2.10            | 901
                    192.0.2.              | 901 9002
                    192.0.2               | 901 9002 90003
                    192.0.2.0/24          | 13 901 9002
                    192.0.2.64/26         | 9002
                    0.0.0.0/0             | 13 901 9002 90003 900004
                    10.0                  | 901 900004
                    2001:DB8:0:0:0:0:0:10 | 901
                    2001:db8::/32         | 12 901
                    2001:db8:             | 12 901
                    -first                | 900004
                    a_b                   | 90003
                    """)
    void a_search_finds_by_number_name_tag_and_address(String search, String numbers) {
        if (search.equals("192.0.2.") || search.equals("192.0.2") || search.equals("192.0.2.10"))
            numbers = "13 " + numbers; // the usual address of a test's server
        assertThat(found("search={search}", search)).containsExactlyInAnyOrder(numbers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "a%b",
                "we_",
                "w%",
                "\\",
                "'",
                "' or '1'='1",
                "'; drop table server; --",
                "*",
                "web-1' --",
                ":account",
                "?",
                "${jndi:ldap://x}",
                "<script>",
                "192.0.2.0/33",
                "192.0.2.0/24/8",
                "eb-1",
                "\uFFFF"
            })
    void signs_that_mean_something_elsewhere_are_plain_signs_here(String search) {
        assertThat(found("search={search}", search)).isEmpty();
        assertThat(found("search={search}", "web-1")).containsExactly("901");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90",
                "900",
                "web",
                "Été",
                "prod",
                "a_b",
                "a%b",
                "%",
                "-first",
                "192.0.2.",
                "192.0.2.0/24",
                "2001:db8::/32"
            })
    void what_many_match_is_found_no_differently(String search) {
        ServerFilter filter = ServerFilter.of(null, null, search);
        ServerSort sort = ServerSort.of("-name");
        assertThat(new FoundServers(jdbc, 0).page(Reach.everything(customer.account), filter, sort, null, 10))
                .isEqualTo(new FoundServers(jdbc, 10).page(Reach.everything(customer.account), filter, sort, null, 10));
    }

    @Test
    void a_search_of_nothing_is_none() {
        assertThat(found("search={search}", "  ")).hasSize(6);
        assertThat(found("search=&status=&location=&sort=")).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "location=NL, 901 9002",
        "location=us, 13 90003 900004",
        "location=FR, ''",
        "status=suspended, 9002",
        "status=active, 13 901 90003 900004",
        "status=overdue, 13",
        "status=active&location=US&search=9, 90003 900004",
        "sort=number, 12 13 901 9002 90003 900004",
        "sort=-number, 900004 90003 9002 901 13 12",
        "sort=name, 90003 900004 13 901 9002 12",
        "sort=-name, 12 9002 901 13 900004 90003",
        "sort=location, 12 901 9002 13 90003 900004",
        "sort=status, 13 901 90003 900004 12 9002",
        "sort=created, 901 9002 90003 900004 12 13",
        "sort=-created, 13 12 900004 90003 9002 901"
    })
    void filters_and_orders_are_as_asked(String query, String numbers) {
        assertThat(found(query)).containsExactly(numbers.isEmpty() ? new String[0] : numbers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "-number",
                "name",
                "-name",
                "location",
                "-location",
                "status",
                "-status",
                "created",
                "-created"
            })
    void pages_of_every_order_together_are_the_list(String sort) {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            String page = body(customer.get("/api/v1/servers?limit=2&sort=" + sort + cursor));
            List<String> numbers = JsonPath.read(page, "$.items[*].number");
            assertThat(numbers).hasSizeLessThanOrEqualTo(2);
            paged.addAll(numbers);
            cursor = page.contains("\"next\"") ? "&cursor=" + JsonPath.read(page, "$.next") : "";
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(found("sort=" + sort)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "status=broken, filter-invalid",
        "location=N%00L, filter-invalid",
        "location=%27%3B, filter-invalid",
        "search=a%00b, filter-invalid",
        "search=%0d%0a1, ''",
        "sort=tags, sort-unknown",
        "sort=--name, sort-unknown",
        "sort=name%3Bdrop, sort-unknown",
        "cursor=nonsense, cursor-invalid",
        "cursor=bmFtZQp4CjE, cursor-invalid",
        "sort=created&cursor=Y3JlYXRlZApub3cKMQ, cursor-invalid",
        "sort=name&cursor=bmFtZQoACjE, cursor-invalid",
        "limit=201, limit-invalid"
    })
    void a_question_that_the_list_does_not_understand_is_refused(String query, String code) {
        var answer = customer.getAsIs("/api/v1/servers?" + query);
        if (code.isEmpty()) answer.expectStatus().isOk();
        else
            answer.expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @Test
    void a_search_that_is_too_long_is_refused() {
        customer.get("/api/v1/servers?search={search}", "9".repeat(101))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_csv_holds_what_the_filter_matches_and_no_formula() {
        var answer = customer.export("text/csv", "/api/v1/servers?location=US&sort=-number");
        answer.expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"servers-" + customer.account + ".csv\"");
        List<String> lines = body(answer).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("number,name,kind,location,datacenter,status,overdue,power,ips,tags,cpus");
        assertThat(lines.get(1)).startsWith("900004,db-2,vps,US,AMS-1,active,false,on,10.0.0.1,'-first,1,4,8,160,,");
    }

    @Test
    void an_xlsx_holds_what_the_filter_matches(@TempDir Path folder) throws IOException {
        byte[] file = customer.export(Export.XLSX, "/api/v1/servers?search=prod")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        try (var zip =
                new ZipFile(Files.write(folder.resolve("servers.xlsx"), file).toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes());
            assertThat(sheet).contains("web-1", "Web-2", "192.0.2.100").doesNotContain("db-1", "web-3");
        }
    }

    @Test
    void json_of_all_is_the_whole_list() {
        String all = body(customer.get("/api/v1/servers?all=true&sort=name"));
        assertThat(JsonPath.<List<String>>read(all, "$[*].number")).isEqualTo(found("sort=name"));
        assertThat(JsonPath.<List<String>>read(all, "$[?(@.number=='901')].tags[*]"))
                .containsExactly("Prod", "10.0 beta");
    }

    private List<String> found(String query, Object... values) {
        return JsonPath.read(body(customer.get("/api/v1/servers?" + query, values)), "$.items[*].number");
    }
}

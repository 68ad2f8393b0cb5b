package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.World.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ServersTest {
    private static final String LIST = "GET /api/v1/servers";
    private static final String WEB = server("10427", "web-1", "active", "\"web\",\"paris\"");
    private static final String DB = server("7", "db", "suspended", "");

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    private Path files;

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
        world.gateway.on(LIST, page(WEB + "," + DB, "null"));
        world.gateway.on("GET /api/v1/servers/10427", Reply.json(WEB));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String server(String number, String name, String status, String tags) {
        return """
                {"number":"%s","name":"%s","kind":"vps","location":"NL","datacenter":"AMS-1","status":"%s","overdue":false,\
                "power":"on","ips":["192.0.2.7"],"tags":[%s],"specification":{"cores":4,"ramGb":8},"image":"debian-13",\
                "roles":["admin"],"createdAt":"2026-01-02T03:04:05Z"}""".formatted(number, name, status, tags);
    }

    private static Reply page(String items, String next) {
        return Reply.json("{\"items\":[" + items + "],\"next\":" + next + "}");
    }

    @Test
    void a_table_stands_in_line() {
        String[] lines = world.moor("servers", "list").out().split("\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("Number  Name   Kind  Location  Status     Overdue  Power  IP addresses");
        assertThat(lines[1]).startsWith("10427   web-1  VPS   NL        active     no       on     192.0.2.7");
        assertThat(lines[2]).startsWith("7       db     VPS   NL        suspended  no       on     192.0.2.7");
    }

    @Test
    void french_is_spoken_where_the_environment_or_the_option_says_so() {
        world.variables.put("LANG", "fr_FR.UTF-8");
        assertThat(world.moor("servers", "list").out()).contains("Numéro", "suspendu");
        assertThat(world.moor("servers", "list", "--lang", "en").out()).contains("Number", "suspended");
        assertThat(world.gateway.asked(LIST))
                .extracting(request -> request.header("Accept-language"))
                .containsExactly("fr", "en");
    }

    @Test
    void a_narrow_terminal_gets_rows_that_fit_and_a_file_gets_them_whole() {
        world.columns = 60;
        world.terminal = true;
        assertThat(world.moor("servers", "list").out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        world.terminal = false;
        assertThat(world.moor("servers", "list").out()).contains("web paris");
    }

    @Test
    void colours_are_for_terminals_that_want_them() {
        world.terminal = true;
        assertThat(world.moor("servers", "list").out()).doesNotContain("\u001b");
        world.colours = true;
        assertThat(world.moor("servers", "list").out()).contains("\u001b[31msuspended\u001b[0m");
        world.terminal = false;
        assertThat(world.moor("servers", "list").out()).doesNotContain("\u001b");
    }

    @Test
    void json_is_what_the_api_answered() {
        assertThat(json.readTree(
                        world.moor("servers", "list", "--output", "json").out()))
                .isEqualTo(json.readTree("{\"items\":[" + WEB + "," + DB + "],\"next\":null}"));
        assertThat(json.readTree(world.moor("servers", "show", "10427", "--output", "json")
                        .out()))
                .isEqualTo(json.readTree(WEB));
    }

    @Test
    void csv_is_quoted_by_the_rules_and_has_the_apis_own_words() {
        world.gateway.on(LIST, page(server("1", "a, \\\"b\\\"\\nc", "active", ""), "null"));

        String csv =
                world.moor("servers", "list", "--output", "csv", "--lang", "fr").out();

        assertThat(csv).startsWith("number,name,kind,location,datacenter,status,");
        assertThat(csv).contains("\r\n1,\"a, \"\"b\"\"\nc\",vps,NL,AMS-1,active,false,on,192.0.2.7,");
    }

    @Test
    void a_spreadsheet_finds_no_formula_in_csv() {
        world.gateway.on(LIST, page(server("1", "=HYPERLINK(\\\"http://evil\\\")", "active", "\"@SUM(1)\""), "null"));

        String csv = world.moor("servers", "list", "--output", "csv").out();

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", ",'@SUM(1),");
    }

    @Test
    void names_cannot_command_a_terminal() {
        String evil = "\\u001b[2J\\u001b]0;owned\\u0007\\u009b31m\\u202egnp\\r\\nfake";
        world.gateway.on(LIST, page(server("1", evil, "active", ""), "null"));
        world.gateway.on(
                "GET /api/v1/servers/1", Reply.problem(404, "{\"code\":\"x\",\"detail\":\"no " + evil + "\"}"));
        world.terminal = true;

        for (String output : new String[] {"table", "json", "csv"}) {
            Result list = world.moor("servers", "list", "--output", output);
            assertThat(list.out()).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
        }
        assertThat(world.moor("servers", "list").out().lines()).hasSize(2);
        assertThat(world.moor("servers", "show", "1").err())
                .doesNotContain("\u001b", "\u202e")
                .contains("no [2J");
    }

    @Test
    void the_filter_and_the_account_reach_the_api() {
        world.moor(
                "servers",
                "list",
                "--location",
                "NL",
                "--status",
                "overdue",
                "--search",
                "192.0.2.0/24 & more",
                "--sort",
                "-created",
                "--account",
                "zz22222-mo");

        Stub.Request asked = world.gateway.asked(LIST).getFirst();
        assertThat(asked.query())
                .isEqualTo("location=NL&status=overdue&search=192.0.2.0%2F24%20%26%20more&sort=-created&limit=50");
        assertThat(asked.header("Moorage-account")).isEqualTo("zz22222-mo");
    }

    @Test
    void a_first_page_says_that_there_is_more_and_all_follows_to_the_end() {
        world.gateway.on(LIST, page(WEB, "\"c1\""));
        assertThat(world.moor("servers", "list", "--limit", "1").err()).contains("--all");

        world.gateway.on(LIST, page(WEB, "\"c1\""), page(DB, "null"));
        Result all = world.moor("servers", "list", "--all");

        assertThat(all.out().lines()).hasSize(3);
        assertThat(all.err()).isEmpty();
        assertThat(world.gateway.asked(LIST).getLast().query()).isEqualTo("limit=200&cursor=c1");
    }

    @Test
    void a_number_typed_cannot_lead_to_another_path() {
        world.moor("servers", "show", "../balance?x=1");
        world.moor("servers", "show", "..");

        assertThat(world.gateway.requests)
                .extracting(Stub.Request::path)
                .containsExactly("/api/v1/servers/..%2Fbalance%3Fx%3D1", "/api/v1/servers/%2E%2E");
    }

    @Test
    void tags_are_put_on_taken_off_or_set() {
        String put = "PUT /api/v1/servers/10427/tags";
        world.gateway.on(put, Reply.json(server("10427", "web-1", "active", "\"web\",\"new\"")));

        Result tagged = world.moor("servers", "tag", "10427", "+new", "-paris", "-help");
        world.moor("servers", "tag", "10427", "--set", "a, b,,a");
        world.moor("servers", "tag", "10427", "--set=");

        assertThat(tagged.out()).isEqualTo("Tags of server 10427: web, new\n");
        assertThat(world.gateway.asked(put))
                .extracting(Stub.Request::body)
                .containsExactly("{\"tags\":[\"web\",\"new\"]}", "{\"tags\":[\"a\",\"b\"]}", "{\"tags\":[]}");
    }

    @Test
    void tags_without_a_sign_or_both_ways_at_once_are_a_mistake() {
        assertThat(world.moor("servers", "tag", "10427", "new").exitCode()).isEqualTo(2);
        assertThat(world.moor("servers", "tag", "10427", "--ste", "a").exitCode())
                .isEqualTo(2);
        assertThat(world.moor("servers", "tag", "10427").exitCode()).isEqualTo(2);
        assertThat(world.moor("servers", "tag", "10427", "+a", "--set", "b").exitCode())
                .isEqualTo(2);
        assertThat(world.gateway.requests).isEmpty();
    }

    @Test
    void an_export_is_the_apis_file() throws Exception {
        world.gateway.on(LIST, new Reply(200, "text/csv", "number\r\n10427\r\n"));
        Path file = files.resolve("servers.csv");

        Result export = world.moor("servers", "export", "--format", "csv", "--status", "active", "-o", file.toString());

        assertThat(export.exitCode()).isZero();
        assertThat(file).hasContent("number\r\n10427\r\n");
        Stub.Request asked = world.gateway.asked(LIST).getFirst();
        assertThat(asked.header("Accept")).startsWith("text/csv");
        assertThat(asked.query()).isEqualTo("status=active&all=true");
        assertThat(world.moor("servers", "export").out()).isEqualTo("number\r\n10427\r\n");
    }

    @Test
    void a_refused_export_leaves_the_old_file_alone() throws Exception {
        Path file = Files.writeString(files.resolve("servers.csv"), "old");
        world.gateway.on(LIST, Reply.problem(403, "{\"code\":\"not-permitted\",\"detail\":\"No.\"}"));

        assertThat(world.moor("servers", "export", "-o", file.toString()).exitCode())
                .isEqualTo(1);
        assertThat(file).hasContent("old");
        assertThat(files).isDirectoryContaining("glob:**/servers.csv").isDirectoryNotContaining("glob:**part*");
    }
}

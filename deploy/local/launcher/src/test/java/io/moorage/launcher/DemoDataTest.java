package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading, with a stub for inventory. */
class DemoDataTest {
    @TempDir
    private Path folder;

    private Setup setup;
    private HttpServer inventory;
    private int answer = 200;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Console console =
            new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    @BeforeEach
    void an_inventory() throws IOException {
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        setup = new Session(Session.Mode.DETACHED, Pid.self(), 8080, Map.of()).setup(home);
        int port = setup.ports().get("inventory");
        inventory = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        inventory.createContext("/internal/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean allowed = ("Bearer " + setup.secrets().get("internal-secret"))
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            told.put(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body);
            byte[] problem = "{\"detail\": \"No.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(allowed ? answer : 401, problem.length);
            exchange.getResponseBody().write(problem);
            exchange.close();
        });
        inventory.start();
        new Starter(home, console)
                .start(new Part(
                        "inventory",
                        Set.of(),
                        port,
                        () -> true,
                        () -> new Command(List.of("sleep", "60"), Map.of(), Path.of("/"))));
    }

    @AfterEach
    void stop() {
        new Stopper(setup.home(), console).stopAll();
        inventory.stop(0);
    }

    @Test
    void the_demo_customer_has_servers_in_two_countries_and_two_hosting_plans() {
        new DemoData(setup, console).load();

        Object server = Json.read(told.getOrDefault("PUT /internal/servers/10427", "{}"));
        assertThat(Json.string(server, "account")).isEqualTo("xx11111-mo");
        assertThat(Json.string(server, "driver.kind")).isEqualTo("simulated");
        assertThat(Json.string(server, "driver.address")).isEqualTo("10427");
        assertThat(told.values().stream()
                        .map(Json::read)
                        .filter(item -> Json.string(item, "account").equals("xx11111-mo"))
                        .map(item -> Json.string(item, "domain")))
                .contains("hst-test.eu", "hst-test.fr");
        assertThat(told.keySet().stream().filter(path -> path.startsWith("PUT /internal/hosting-plans/")))
                .hasSize(2);
    }

    @Test
    void there_is_one_of_everything_that_a_list_can_show() {
        List<Map<String, Object>> servers = DemoData.servers();

        assertThat(servers).extracting(server -> server.get("number")).doesNotHaveDuplicates();
        assertThat(servers).extracting(server -> server.get("kind")).contains("vps", "dedicated", "gpu");
        assertThat(servers).extracting(server -> server.get("location")).contains("NL", "US");
        assertThat(servers)
                .filteredOn(server -> Boolean.TRUE.equals(server.get("overdue")))
                .hasSize(1);
        assertThat(servers)
                .filteredOn(server -> "suspended".equals(server.get("status")))
                .hasSize(1);
        assertThat(servers)
                .filteredOn(server -> BusyServer.NUMBER.equals(server.get("number")))
                .hasSize(1);
        assertThat(servers)
                .filteredOn(server -> "zz22222-mo".equals(server.get("account")))
                .hasSize(1);
    }

    @Test
    void addresses_are_those_for_documentation_and_given_once() {
        List<String> ips = DemoData.servers().stream()
                .flatMap(server -> ((List<?>) server.getOrDefault("ips", List.of())).stream())
                .map(String::valueOf)
                .toList();

        assertThat(ips)
                .doesNotHaveDuplicates()
                .allMatch(ip -> ip.matches("(192\\.0\\.2|198\\.51\\.100)\\.\\d+|2001:db8:.*"));
    }

    @Test
    void what_was_loaded_is_not_loaded_again() {
        new DemoData(setup, console).load();
        told.clear();
        new DemoData(setup, console).load();
        assertThat(told).isEmpty();

        Folders.delete(setup.home().data());
        new DemoData(setup, console).load();
        assertThat(told).as("new data folder").isNotEmpty();
    }

    @Test
    void what_inventory_refuses_is_told_and_tried_again_the_next_time() {
        answer = 422;
        assertThatThrownBy(() -> new DemoData(setup, console).load())
                .isInstanceOf(Trouble.class)
                .hasMessage("inventory: No.");

        answer = 200;
        told.clear();
        new DemoData(setup, console).load();
        assertThat(told).containsKey("PUT /internal/servers/10427");
    }
}

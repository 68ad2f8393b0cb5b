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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do: against a service that is a stub, with a shell script for its process. */
class OperatorTest {
    private static final String ITEM = """
            {"id": "%s", "aggregate": "a-1", "type": "io.moorage.account.AccountOpened.v1", "error": "java.lang.Oops",
             "tries": 4, "waits": %s, "parkedAt": "2026-01-01T00:00:00Z", "nextTryAt": "2026-01-01T00:00:00Z"}""";

    @TempDir
    private Path folder;

    private Setup setup;
    private HttpServer service;
    private final Map<String, String[]> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @BeforeEach
    void a_service_that_parked_two_items() throws IOException {
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        setup = new Session(Session.Mode.DETACHED, Pid.self(), 8080, Map.of()).setup(home);
        int port = setup.ports().get("billing");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(
                "GET /internal/parked?limit=200",
                200,
                "{\"items\": [" + ITEM.formatted("first", false) + "], \"next\": \"n\"}");
        answer("GET /internal/parked?limit=200&cursor=n", 200, "{\"items\": [" + ITEM.formatted("later", true) + "]}");
        answer("POST /internal/parked/first/retry", 202, "");
        answer("DELETE /internal/parked/first", 200, ITEM.formatted("first", false));
        answer("DELETE /internal/parked/gone", 404, "{\"detail\": \"Nothing is parked under this identifier.\"}");
        service.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            boolean allowed = ("Bearer " + setup.secrets().get("internal-secret"))
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String[] answer = answers.getOrDefault(request, new String[] {"500", "{}"});
            byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    allowed ? Integer.parseInt(answer[0]) : 401, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        new Starter(home, console)
                .start(new Part(
                        "billing",
                        Set.of(),
                        port,
                        () -> true,
                        () -> new Command(List.of("sleep", "60"), Map.of(), Path.of("/"))));
        printed.reset();
    }

    private void answer(String request, int status, String json) {
        answers.put(request, new String[] {Integer.toString(status), json});
    }

    @AfterEach
    void stop() {
        new Stopper(setup.home(), console).stopAll();
        service.stop(0);
    }

    @Test
    void all_pages_are_listed_as_one_table() {
        run("billing");
        assertThat(text().lines()
                        .map(line -> line.strip().replaceAll(" {2,}", " | ").replaceAll("\\d+ d ago", "n d ago")))
                .containsExactly(
                        "billing: 2 parked",
                        "AGGREGATE | TYPE | ERROR | TRIES | PARKED | NEXT TRY | ID",
                        "a-1 | account.AccountOpened.v1 | Oops | 4 | n d ago | now | first",
                        "a-1 | account.AccountOpened.v1 | waits for an earlier one | 4 | n d ago | later");
    }

    @Test
    void all_are_retried_by_retrying_those_that_wait_for_nothing() {
        run("billing", "retry", "all");
        assertThat(asked)
                .contains("POST /internal/parked/first/retry")
                .doesNotContain("POST /internal/parked/later/retry");
    }

    @Test
    void one_is_dropped() {
        run("billing", "drop", "first");
        assertThat(text()).contains("Dropped for good", "of a-1");
    }

    @Test
    void what_the_service_refuses_is_told_in_its_words() {
        assertThatThrownBy(() -> run("billing", "drop", "gone"))
                .isInstanceOf(Trouble.class)
                .hasMessage("billing: Nothing is parked under this identifier.");
    }

    @Test
    void a_service_that_does_not_run_is_told() {
        assertThatThrownBy(() -> run("account"))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("account doesn't run.");
    }

    @Test
    void an_intact_log_is_told_with_how_much_was_checked() {
        answer(
                "POST /internal/verification",
                200,
                "{\"events\": 12, \"aggregates\": 3, \"found\": 0, \"findings\": []}");

        assertThat(new Verify(setup, console).run(List.of("billing"))).isTrue();
        assertThat(text()).contains("billing: 12 events of 3 aggregates checked", "all as they were written");
    }

    @Test
    void a_damaged_log_fails_and_names_the_place() {
        answer("POST /internal/verification", 200, """
                {"events": 12, "aggregates": 3, "found": 1,
                 "findings": [{"aggregate": "a-1", "n": 4, "what": "cut-off"}]}""");

        assertThat(new Verify(setup, console).run(List.of("billing"))).isFalse();
        assertThat(text()).contains("1 finding", "a-1 event 4: cut-off");
    }

    private void run(String... words) {
        new ParkedWork(setup, console).run(List.of(words));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

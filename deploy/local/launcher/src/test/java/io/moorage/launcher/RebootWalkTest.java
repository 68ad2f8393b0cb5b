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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk up to Kafka, with a stub for the gateway: whatever is not as it should be fails its step by name. */
class RebootWalkTest {
    private static final String NOTICE = """
            event: notification
            data: {"id": "n", "code": "%s", "link": "/services/servers/%s", "text": {"en": "Server %2$s", "fr": "Serveur %2$s"}}

            """;

    @TempDir
    private Path folder;

    private HttpServer gateway;
    private Setup setup;
    private final Map<String, String> answers = new HashMap<>();
    private int rebootAnswer = 202;
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void a_gateway() throws IOException {
        answers.put("GET /api/v1/servers?limit=200", "{\"items\": [{\"number\": \"10426\"}, {\"number\": \"10427\"}]}");
        answers.put("POST /api/v1/servers/10427/actions", "{\"id\": \"a-1\", \"code\": \"server-busy\"}");
        answers.put("GET /api/v1/actions/a-1", "{\"id\": \"a-1\", \"state\": \"succeeded\"}");
        answers.put(
                "GET /api/v1/stream",
                notice("server-action-requested", "20115")
                        + notice("server-action-requested", "10427")
                        + notice("server-action-succeeded", "10427"));
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            byte[] body = answers.getOrDefault(request, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/api/v1/actions/a-1");
            exchange.sendResponseHeaders(request.startsWith("POST") ? rebootAnswer : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        setup = new Session(
                        Session.Mode.DETACHED, Pid.self(), gateway.getAddress().getPort(), Map.of())
                .setup(home);
    }

    private static String notice(String code, String server) {
        return NOTICE.formatted(code, server);
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void everything_but_kafka_is_walked_in_order() {
        // There is no Kafka here, and nothing that could read from it.
        fails("Step 7 'and ServerActionFinished is on Kafka for whoever subscribes' failed: ");

        assertThat(asked)
                .containsExactly(
                        "GET /api/v1/servers?limit=200",
                        "GET /api/v1/stream",
                        "POST /api/v1/servers/10427/actions",
                        "GET /api/v1/actions/a-1");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(6).allMatch(line -> line.contains("✓"));
    }

    @Test
    void a_server_that_is_not_there_fails_the_first_step() {
        answers.put("GET /api/v1/servers?limit=200", "{\"items\": [{\"number\": \"10426\"}]}");

        fails("Step 1 'sees server 10427 among theirs' failed: It isn't among the 1 servers in the list.");
    }

    @Test
    void a_refusal_is_told_as_it_came() {
        rebootAnswer = 409;

        fails("answered 409 instead of 202: {\"id\": \"a-1\", \"code\": \"server-busy\"}");
    }

    @Test
    void a_notice_of_failure_ends_the_waiting_at_once() {
        answers.put(
                "GET /api/v1/stream",
                notice("server-action-requested", "10427") + notice("server-action-failed", "10427"));

        fails("Step 5 'is shown a notice that it is done' failed: The notice says something else: Server 10427");
    }

    @Test
    void an_action_that_ended_otherwise_fails_its_step() {
        answers.put(
                "GET /api/v1/actions/a-1",
                "{\"id\": \"a-1\", \"state\": \"timed-out\", \"error\": {\"detail\": \"The machine hangs.\"}}");

        fails("Step 6 'sees that the action has succeeded' failed: It is timed-out: The machine hangs.");
    }

    private void fails(String how) {
        try (Browser browser = new Browser();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Steps steps = new Steps(setup, console, threads);
            assertThatThrownBy(() -> new RebootWalk(setup, browser, steps).walk("xx11111-mo"))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(how);
        }
    }
}

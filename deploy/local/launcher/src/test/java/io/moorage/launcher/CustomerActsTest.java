package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the customer does for the demo, with one stub for gateway, Keycloak, telephone, mailbox and machines. */
class CustomerActsTest {
    private static final String REINSTALLED = "POST /api/v1/servers/10735/actions";
    private static final String INVITED = "POST /api/v1/invitations";
    private static final String MAILBOX = "GET /mail/messages?to=tech%40example.eu";
    private static final String ACCEPTED = "POST /api/v1/invitations/accept";

    @TempDir
    private Path folder;

    private HttpServer stub;
    private DemoData demoData;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Integer> statuses = new HashMap<>(Map.of(REINSTALLED, 202, INVITED, 201));
    private final Map<String, String> sent = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void a_platform() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers.put("GET /login?return=/&lang=en", "<form id=\"kc-form-login\" action=\"/password\">");
        answers.put("POST /password", "<form id=\"moorage-code-form\" action=\"/code\">");
        answers.put("GET /api/v1/me", "{\"actingAccount\": \"xx11111-mo\"}");
        answers.put("GET /api/v1/servers/10735", "{\"number\": \"10735\"}");
        answers.put("GET /api/v1/permission-sets", """
                {"items": [{"name": "accountant", "permissions": ["billing:read"]},
                           {"name": "technician", "permissions": ["services:manage", "services:read"]}]}""");
        answers.put(MAILBOX, invitations("old"));
        stub.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(request);
            sent.put(request, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (request.equals(INVITED)) answers.put(MAILBOX, invitations("newest", "old"));
            String told = request.startsWith("GET /messages") ? sms() : answers.getOrDefault(request, "{}");
            byte[] body = told.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statuses.getOrDefault(request, 200), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stub.start();
        Home home = new Home(folder, folder.resolve(".moorage")).create();
        int port = stub.getAddress().getPort();
        Properties ports = new Properties();
        List.of("simulators", "phone").forEach(part -> ports.setProperty(part, Integer.toString(port)));
        Stored.write(home.folder().resolve("ports.properties"), ports);
        Setup setup = new Session(Session.Mode.DETACHED, Pid.self(), port, Map.of()).setup(home);
        demoData = new DemoData(setup, new Console(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    private static String sms() {
        return "[{\"at\": \"" + Instant.now() + "\", \"text\": \"Moorage: 123456\"}]";
    }

    private static String invitations(String... tokens) {
        return Stream.of(tokens)
                .map(token -> "{\"text\": \"Accept: http://localhost/invitation#" + token + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @AfterEach
    void stop() {
        stub.stop(0);
    }

    @Test
    void the_busy_servers_machine_is_slowed_down_before_it_is_reinstalled_and_nobody_stays_logged_in() {
        demoData.letCustomerAct();

        assertThat(asked).containsSubsequence("POST /machines/10735/control", REINSTALLED, "POST /logout");
    }

    @Test
    void everything_is_done_once() {
        demoData.letCustomerAct();
        asked.clear();
        demoData.letCustomerAct();

        assertThat(asked).isEmpty();
    }

    @Test
    void a_server_that_is_busy_already_is_left_alone() {
        answers.put("GET /api/v1/servers/10735", "{\"number\": \"10735\", \"busyWith\": \"a-1\"}");
        demoData.letCustomerAct();

        assertThat(asked).doesNotContain(REINSTALLED).endsWith("POST /logout");
    }

    @Test
    void the_technician_is_invited_as_such_and_accepts_with_the_link_of_the_new_mail() {
        demoData.letCustomerAct();

        assertThat(asked).containsSubsequence(INVITED, ACCEPTED, "POST /logout", "POST /logout");
        assertThat(sent.get(INVITED))
                .contains("\"tech@example.eu\"", "services:manage")
                .doesNotContain("billing");
        assertThat(sent.get(ACCEPTED)).contains("\"newest\"");
    }

    @Test
    void a_technician_who_has_access_already_is_not_invited() {
        answers.put("GET /api/v1/users?limit=200", "{\"items\": [{\"login\": \"technician\"}]}");
        demoData.letCustomerAct();

        assertThat(asked).contains(REINSTALLED).doesNotContain(INVITED);
    }

    @Test
    void what_fails_is_told_and_tried_again_the_next_time() {
        statuses.put(REINSTALLED, 503);
        demoData.letCustomerAct();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("✗ busy server", "answered 503 instead of 202");

        statuses.put(REINSTALLED, 202);
        asked.clear();
        demoData.letCustomerAct();
        assertThat(asked).contains(REINSTALLED).doesNotContain(INVITED);
    }
}

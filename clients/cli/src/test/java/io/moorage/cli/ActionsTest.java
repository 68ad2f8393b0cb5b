package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.Stub.Reply;
import io.moorage.cli.World.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsTest {
    private static final String ASK = "POST /api/v1/servers/10427/actions";
    private static final String LOOK = "GET /api/v1/actions/a1";

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
        world.gateway.on(ASK, new Reply(202, "application/json", action("requested", 0)));
        world.gateway.on("GET /api/v1/servers/10427", Reply.json("{\"number\":\"10427\",\"name\":\"web-1\"}"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String action(String state, int progress) {
        return "{\"id\":\"a1\",\"type\":\"reboot\",\"server\":\"10427\",\"state\":\"%s\",\"progress\":%d}"
                .formatted(state, progress);
    }

    private static Reply seen(String state, int progress) {
        return Reply.json(action(state, progress));
    }

    @Test
    void an_action_is_asked_for_and_left_to_itself() {
        Result reboot = world.moor("servers", "reboot", "10427");

        assertThat(reboot.exitCode()).isZero();
        assertThat(reboot.out()).isEqualTo("Reboot of server 10427 requested: action a1\n");
        assertThat(world.gateway.asked(ASK).getFirst().body()).isEqualTo("{\"type\":\"reboot\"}");
        assertThat(world.gateway.asked(LOOK)).isEmpty();
    }

    @Test
    void each_of_the_five_asks_for_itself() {
        for (String type : new String[] {"power-on", "power-off", "reboot", "rescue-on", "rescue-off"}) {
            assertThat(world.moor("servers", type, "10427").exitCode()).isZero();
            assertThat(world.gateway.asked(ASK).getLast().body()).contains("\"" + type + "\"");
        }
    }

    @Test
    void waiting_tells_each_change_once_where_nobody_watches() {
        world.gateway.on(LOOK, seen("running", 10), seen("running", 10), seen("running", 60), seen("succeeded", 100));

        Result reboot = world.moor("servers", "reboot", "10427", "--wait");

        assertThat(reboot.exitCode()).isZero();
        assertThat(reboot.out()).isEqualTo("Reboot of server 10427: done\n");
        assertThat(reboot.err().lines())
                .containsExactly(
                        "Reboot of server 10427: running 10 %",
                        "Reboot of server 10427: running 60 %", "Reboot of server 10427: done 100 %");
    }

    @Test
    void on_a_terminal_a_bar_moves_and_makes_room_for_the_result() {
        world.terminal = true;
        world.columns = 60;
        world.gateway.on(LOOK, seen("running", 50), seen("succeeded", 100));

        Result reboot = world.moor("servers", "reboot", "10427", "--wait", "--lang", "fr");

        assertThat(reboot.err()).contains("\r\u001b[K████████████░░░░░░░░░░░░ 50 % Redémarrage");
        assertThat(reboot.err()).endsWith("\r\u001b[K").doesNotContain("\n");
        assertThat(reboot.out()).isEqualTo("Redémarrage du serveur 10427 : réussi\n");
    }

    @Test
    void whoever_asks_for_json_gets_the_last_state_and_nothing_else() {
        world.gateway.on(LOOK, seen("running", 50), seen("succeeded", 100));

        assertThat(world.moor("servers", "reboot", "10427", "--wait", "--output", "json")
                        .out())
                .isEqualToIgnoringNewLines(action("succeeded", 100));
    }

    @Test
    void an_outcome_other_than_success_is_an_exit_code_of_its_own() {
        for (String state : new String[] {"failed", "cancelled", "timed-out"}) {
            world.gateway.on(LOOK, seen("running", 10), seen(state, 10));
            assertThat(world.moor("servers", "reboot", "10427", "--wait").exitCode())
                    .isEqualTo(5);
        }
        world.gateway.on(LOOK, Reply.json("""
                {"id":"a1","type":"reboot","server":"10427","state":"failed","progress":10,
                 "error":{"code":"machine-failed","detail":"The machine didn't come back."}}"""));
        assertThat(world.moor("actions", "show", "a1", "--wait").err())
                .contains("The machine didn't come back. [machine-failed]");
    }

    @Test
    void a_gateway_that_is_away_for_a_moment_is_waited_for() {
        world.gateway.on(
                LOOK,
                Reply.problem(503, "{\"code\":\"service-unavailable\",\"detail\":\"Away.\"}"),
                Reply.lost(),
                seen("succeeded", 100));

        assertThat(world.moor("servers", "reboot", "10427", "--wait").exitCode())
                .isZero();
    }

    @Test
    void a_busy_server_names_what_keeps_it_busy() {
        world.gateway.on(
                ASK,
                Reply.problem(409, "{\"code\":\"server-busy\",\"detail\":\"The server is busy.\",\"action\":\"a0\"}"));

        Result reboot = world.moor("servers", "reboot", "10427");

        assertThat(reboot.exitCode()).isEqualTo(1);
        assertThat(reboot.err()).contains("The server is busy. [server-busy]", "moor actions show a0 --wait");
    }

    @Test
    void erasing_a_server_needs_a_yes() {
        world.terminal = true;
        world.typed = "\n";
        Result left = world.moor("servers", "reinstall", "10427", "--image", "debian-13");
        assertThat(left.exitCode()).isEqualTo(1);
        assertThat(left.err()).contains("Everything on server 10427 (web-1) will be erased");
        assertThat(world.gateway.asked(ASK)).isEmpty();

        world.typed = "oui\n";
        assertThat(world.moor("servers", "reinstall", "10427", "--image", "debian-13")
                        .exitCode())
                .isZero();
        assertThat(world.gateway.asked(ASK).getFirst().body())
                .isEqualTo("{\"type\":\"reinstall\",\"image\":\"debian-13\"}");
    }

    @Test
    void a_script_says_yes_beforehand() {
        Result asked = world.moor("servers", "reinstall", "10427", "--image", "debian-13");
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).contains("add --yes");
        assertThat(world.moor("servers", "reinstall", "10427", "--image", "debian-13", "--yes")
                        .exitCode())
                .isZero();
    }

    @Test
    void an_action_is_cancelled_or_asked_for_again() {
        world.gateway.on("POST /api/v1/actions/a1/cancel", new Reply(202, "application/json", action("running", 10)));
        world.gateway.on("POST /api/v1/actions/a1/retry", new Reply(202, "application/json", action("requested", 0)));

        assertThat(world.moor("actions", "cancel", "a1").out()).contains("moor actions show a1 --wait");
        assertThat(world.moor("actions", "retry", "a1").out()).contains("Reboot of server 10427 requested");
    }

    @Test
    void actions_are_listed_by_server_and_state() {
        world.gateway.on("GET /api/v1/actions", Reply.json("{\"items\":[" + action("failed", 10) + "],\"next\":null}"));

        assertThat(world.moor("actions", "list", "--server", "10427", "--state", "failed")
                        .out())
                .contains("a1", "Reboot", "failed");
        assertThat(world.gateway.requests.getFirst().query()).isEqualTo("server=10427&state=failed&limit=50");
    }

    /** A real process, as the JVM's own end is what is asked about. */
    @Test
    void stopping_moor_while_it_waits_leaves_the_action_alone() throws Exception {
        world.loggedIn(Instant.now().plusSeconds(600));
        world.gateway.on(LOOK, seen("running", 10));
        Process moor = world.process("servers", "reboot", "10427", "--wait");
        BufferedReader notes = new BufferedReader(new InputStreamReader(moor.getErrorStream(), StandardCharsets.UTF_8));
        assertThat(notes.readLine()).isEqualTo("Reboot of server 10427: running 10 %");

        moor.toHandle().destroy(); // the process itself would close its streams

        assertThat(moor.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(moor.exitValue()).isGreaterThan(128);
        assertThat(rest(notes)).contains("it goes on by itself", "moor actions show a1 --wait");
        assertThat(world.gateway.asked("POST /api/v1/actions/a1/cancel")).isEmpty();
    }

    private static String rest(BufferedReader reader) throws IOException {
        try (reader) {
            return reader.lines().collect(Collectors.joining("\n"));
        }
    }
}

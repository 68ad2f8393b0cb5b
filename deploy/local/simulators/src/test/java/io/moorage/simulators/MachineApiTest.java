package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every operation takes ten seconds here, unless a test says otherwise. */
class MachineApiTest {
    private static final String[] KEY = {"Authorization", "Bearer " + Running.MACHINES_KEY};

    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_machine_that_nobody_touched_is_on_and_has_an_empty_log() throws Exception {
        JsonNode machine = machine();

        assertThat(machine.get("number").asString()).isEqualTo("10427");
        assertThat(machine.get("power").asString()).isEqualTo("on");
        assertThat(machine.get("image").isNull()).isTrue();
        assertThat(machine.get("rescue").asBoolean()).isFalse();
        assertThat(machine.get("log")).isEmpty();
    }

    @Test
    void an_order_is_taken_at_once_and_carried_out_in_its_time() throws Exception {
        HttpResponse<String> answer = order("op-1", "reboot");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Running.json(answer.body()).get("state").asString()).isEqualTo("running");
        assertThat(effects()).isEmpty();

        running.passes(Duration.ofSeconds(5));
        assertThat(operation("op-1").get("progress").asInt()).isEqualTo(50);
        assertThat(effects()).containsExactly("op-1 reboot");

        running.passes(Duration.ofSeconds(5));
        assertThat(operation("op-1").get("state").asString()).isEqualTo("succeeded");
        assertThat(operation("op-1").get("progress").asInt()).isEqualTo(100);
        assertThat(effects()).containsExactly("op-1 reboot");
        assertThat(machine().at("/log/0/at").asString()).isEqualTo("2026-11-20T10:00:05Z");
    }

    @Test
    void an_order_repeated_at_any_time_has_one_effect() throws Exception {
        order("op-1", "reboot");
        assertThat(order("op-1", "reboot").statusCode()).isEqualTo(202);
        running.passes(Duration.ofMinutes(1));
        HttpResponse<String> late = order("op-1", "reboot");

        assertThat(Running.json(late.body()).get("state").asString()).isEqualTo("succeeded");
        running.passes(Duration.ofMinutes(1));
        assertThat(effects()).containsExactly("op-1 reboot");
    }

    @Test
    void orders_that_come_at_once_are_one() throws Exception {
        List<Thread> callers = IntStream.range(0, 20)
                .mapToObj(n -> Thread.ofVirtual().start(() -> orderQuietly("op-1")))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        running.passes(Duration.ofMinutes(1));

        assertThat(effects()).containsExactly("op-1 reboot");
    }

    @Test
    void an_order_under_a_known_id_for_something_else_is_refused() throws Exception {
        order("op-1", "reboot");

        assertThat(order("op-1", "power-off").statusCode()).isEqualTo(409);
    }

    @Test
    void each_effect_leaves_the_machine_as_it_says() throws Exception {
        carryOut("op-1", "{\"type\":\"reinstall\",\"image\":\"debian-13\"}");
        assertThat(machine().get("image").asString()).isEqualTo("debian-13");
        carryOut("op-2", "{\"type\":\"rescue-on\"}");
        assertThat(machine().get("rescue").asBoolean()).isTrue();
        carryOut("op-3", "{\"type\":\"rescue-off\"}");
        assertThat(machine().get("rescue").asBoolean()).isFalse();
        carryOut("op-4", "{\"type\":\"power-off\"}");
        assertThat(machine().get("power").asString()).isEqualTo("off");
        carryOut("op-5", "{\"type\":\"power-on\"}");
        assertThat(machine().get("power").asString()).isEqualTo("on");

        assertThat(machine().get("image").asString()).isEqualTo("debian-13");
        assertThat(effects())
                .containsExactly(
                        "op-1 reinstall", "op-2 rescue-on", "op-3 rescue-off", "op-4 power-off", "op-5 power-on");
    }

    @Test
    void it_can_be_cancelled_until_it_takes_effect() throws Exception {
        order("op-1", "reboot");
        running.passes(Duration.ofSeconds(4));
        assertThat(cancel("op-1")).isTrue();
        assertThat(cancel("op-1")).as("asked again").isTrue();
        order("op-2", "reboot");
        running.passes(Duration.ofSeconds(6));
        assertThat(cancel("op-2")).isFalse();
        running.passes(Duration.ofMinutes(1));

        assertThat(operation("op-1").get("state").asString()).isEqualTo("cancelled");
        assertThat(operation("op-2").get("state").asString()).isEqualTo("succeeded");
        assertThat(effects()).containsExactly("op-2 reboot");
    }

    @Test
    void what_ran_at_the_same_time_is_named_in_the_log() throws Exception {
        order("op-1", "reboot");
        running.passes(Duration.ofSeconds(6));
        machine();
        order("op-2", "power-off");
        running.passes(Duration.ofMinutes(1));
        machine();
        order("op-3", "power-on");
        running.passes(Duration.ofMinutes(1));

        JsonNode log = machine().get("log");
        assertThat(log.get(0).has("beside")).as("nothing ran yet").isFalse();
        assertThat(log.get(1).get("beside").toString()).isEqualTo("[\"op-1\"]");
        assertThat(log.get(2).has("beside")).as("all had ended").isFalse();
    }

    @Test
    void a_restart_forgets_nothing_and_what_was_under_way_goes_on() throws Exception {
        carryOut("op-1", "{\"type\":\"reinstall\",\"image\":\"debian-13\"}");
        order("op-2", "reboot");
        running.passes(Duration.ofSeconds(6));
        JsonNode before = machine();
        running.restart();
        assertThat(machine()).isEqualTo(before);
        assertThat(operation("op-2").get("state").asString()).isEqualTo("running");

        running.passes(Duration.ofSeconds(4));
        assertThat(operation("op-2").get("state").asString()).isEqualTo("succeeded");
        assertThat(effects()).containsExactly("op-1 reinstall", "op-2 reboot");
    }

    @Test
    void a_line_that_a_crash_cut_off_is_as_if_never_written() throws Exception {
        order("op-1", "reboot");
        Path journal = folder.resolve("machines/journal.jsonl");
        Files.writeString(journal, "{\"entry\":\"effect\",\"machine\":\"104", StandardOpenOption.APPEND);
        running.restart();
        running.passes(Duration.ofMinutes(1));
        assertThat(effects()).containsExactly("op-1 reboot");

        running.restart();
        assertThat(effects()).as("the journal is whole again").containsExactly("op-1 reboot");
    }

    @Test
    void without_the_right_key_nothing_is_told_or_done() throws Exception {
        String reboot = "{\"type\":\"reboot\"}";
        assertThat(running.put("/machines/10427/operations/op-1", reboot).statusCode())
                .isEqualTo(401);
        assertThat(running.put("/machines/10427/operations/op-1", reboot, "Authorization", "Bearer other")
                        .statusCode())
                .isEqualTo(401);
        assertThat(running.get("/machines/10427").statusCode()).isEqualTo(401);
        assertThat(running.get("/machines/10427/operations/op-1").statusCode()).isEqualTo(401);
        assertThat(running.post("/machines/10427/operations/op-1/cancel", "").statusCode())
                .isEqualTo(401);
        running.passes(Duration.ofMinutes(1));
        assertThat(effects()).isEmpty();
    }

    @Test
    void what_it_was_never_told_it_does_not_know() throws Exception {
        assertThat(running.get("/machines/10427/operations/op-1", KEY).statusCode())
                .isEqualTo(404);
        assertThat(running.post("/machines/10427/operations/op-1/cancel", "", KEY)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/machines/10427/operations/op-1  | {                          | 400 | malformed-request",
                "/machines/10427/operations/op-1  | []                         | 400 | malformed-request",
                "/machines/10427/operations/op-1  | null                       | 400 | malformed-request",
                "/machines/10427/operations/op-1  | {}                         | 422 | type-unknown",
                "/machines/10427/operations/op-1  | {\"type\":\"explode\"}     | 422 | type-unknown",
                "/machines/10427/operations/op-1  | {\"type\":\"reinstall\"}   | 422 | image-required",
                "/machines/10427/operations/      | {\"type\":\"reboot\"}      | 404 | not-found",
                "/machines/10427/operations/a/b   | {\"type\":\"reboot\"}      | 404 | not-found",
                "/machines/10_427/operations/op-1 | {\"type\":\"reboot\"}      | 404 | not-found",
            })
    void an_order_that_cannot_be_is_refused_with_a_code(String path, String body, int status, String code)
            throws Exception {
        HttpResponse<String> answer = running.put(path, body, KEY);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Running.json(answer.body()).get("code").asString()).isEqualTo(code);
    }

    private void carryOut(String id, String body) throws Exception {
        assertThat(running.put("/machines/10427/operations/" + id, body, KEY).statusCode())
                .isEqualTo(202);
        running.passes(Duration.ofSeconds(10));
        assertThat(operation(id).get("state").asString()).isEqualTo("succeeded");
    }

    private HttpResponse<String> order(String id, String type) throws Exception {
        return running.put("/machines/10427/operations/" + id, "{\"type\":\"" + type + "\"}", KEY);
    }

    private void orderQuietly(String id) {
        try {
            order(id, "reboot");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean cancel(String id) throws Exception {
        String body = running.post("/machines/10427/operations/" + id + "/cancel", "", KEY)
                .body();
        return Running.json(body).get("cancelled").asBoolean();
    }

    private JsonNode operation(String id) throws Exception {
        return Running.json(running.get("/machines/10427/operations/" + id, KEY).body());
    }

    private JsonNode machine() throws Exception {
        return Running.json(running.get("/machines/10427", KEY).body());
    }

    private List<String> effects() throws Exception {
        return StreamSupport.stream(machine().get("log").spliterator(), false)
                .map(line -> line.get("operation").asString() + " "
                        + line.get("effect").asString())
                .toList();
    }
}

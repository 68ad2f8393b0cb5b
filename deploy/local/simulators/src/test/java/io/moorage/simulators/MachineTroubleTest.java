package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moorage.simulators.machine.Pace;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What tests may order of a machine: the ways in which real ones make trouble. */
class MachineTroubleTest {
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
    void what_is_ordered_holds_for_the_next_operation_only_and_survives_a_restart() throws Exception {
        next("{\"seconds\":0}");
        running.restart();

        assertThat(state(reboot("op-1"))).as("at once").isEqualTo("succeeded");
        assertThat(state(reboot("op-2"))).isEqualTo("running");
    }

    @Test
    void it_fails_with_the_code_and_without_effect() throws Exception {
        next("{\"seconds\":2,\"fail\":\"disk-broken\"}");
        reboot("op-1");
        running.passes(Duration.ofSeconds(2));

        assertThat(state(operation("op-1"))).isEqualTo("failed");
        assertThat(operation("op-1").get("error").asString()).isEqualTo("disk-broken");
        running.passes(Duration.ofMinutes(1));
        assertThat(machine().get("log")).isEmpty();
    }

    @Test
    void after_having_failed_it_does_it_all_the_same() throws Exception {
        next("{\"seconds\":2,\"fail\":\"unreachable\",\"recoversAfter\":3}");
        reboot("op-1");
        running.passes(Duration.ofSeconds(2));
        assertThat(state(operation("op-1"))).isEqualTo("failed");
        running.restart();
        running.passes(Duration.ofSeconds(3));

        assertThat(state(operation("op-1"))).isEqualTo("succeeded");
        assertThat(operation("op-1").has("error")).isFalse();
        assertThat(machine().get("log")).hasSize(1);
    }

    @Test
    void it_hangs_until_it_is_cancelled() throws Exception {
        next("{\"hang\":true}");
        reboot("op-1");
        running.passes(Duration.ofDays(1));
        assertThat(state(operation("op-1"))).isEqualTo("running");

        assertThat(running.post("/machines/10427/operations/op-1/cancel", "", KEY)
                        .body())
                .isEqualTo("{\"cancelled\":true}");
        assertThat(state(operation("op-1"))).isEqualTo("cancelled");
        assertThat(machine().get("log")).isEmpty();
    }

    @Test
    void it_reports_success_without_having_done_anything() throws Exception {
        next("{\"lie\":true}");
        reboot("op-1");
        running.passes(Duration.ofMinutes(1));

        assertThat(state(operation("op-1"))).isEqualTo("succeeded");
        assertThat(machine().get("log")).isEmpty();
    }

    @Test
    void its_answers_take_their_time() throws Exception {
        next("{\"slowAnswersMs\":300}");
        long begin = System.nanoTime();
        reboot("op-1");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void the_order_is_taken_although_the_answer_is_lost() throws Exception {
        next("{\"loseAnswer\":true}");
        HttpResponse<String> lost = running.put("/machines/10427/operations/op-1", "{\"type\":\"reboot\"}", KEY);
        assertThat(lost.statusCode()).isEqualTo(503);

        assertThat(state(reboot("op-1"))).as("the same order again").isEqualTo("running");
        running.passes(Duration.ofMinutes(1));
        assertThat(machine().get("log")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next\":{\"seconds\":-1}}",
                "{\"next\":{\"slowAnswersMs\":999999999}}",
                "{\"next\":{\"fail\":\"<b>\"}}",
                "{\"next\":{\"recoversAfter\":1}}",
                "{}",
                "{\"next\":{\"seconds\":\"soon\"}}"
            })
    void nothing_impossible_can_be_ordered(String instruction) throws Exception {
        assertThat(running.post("/machines/10427/control", instruction).statusCode())
                .isIn(400, 422);
        assertThat(state(reboot("op-1"))).isEqualTo("running");
    }

    @Test
    void the_page_shows_how_each_machine_stands() throws Exception {
        assertThat(running.get("/machines").body()).contains("No machine was told anything yet");
        next("{\"seconds\":0}");
        running.put("/machines/10427/operations/op-1", "{\"type\":\"reinstall\",\"image\":\"<b>deb\"}", KEY);
        running.put("/machines/10428/operations/op-1", "{\"type\":\"power-off\"}", KEY);
        running.passes(Duration.ofSeconds(4));

        HttpResponse<String> page = running.get("/machines?lang=fr");
        assertThat(page.body())
                .contains("lang=\"fr\"", "10427", "allumée", "réinstallation", "&lt;b&gt;deb", "10428", "40 %")
                .doesNotContain("<b>deb");
        running.passes(Duration.ofMinutes(1));
        assertThat(running.get("/machines").body()).contains("off", "power-off").doesNotContain("%</strong>");
    }

    @Test
    void the_pace_is_a_number_of_seconds_or_a_range() {
        assertThat(Pace.of("5-15")).isEqualTo(new Pace(5000, 15_000));
        assertThat(Pace.of("0")).isEqualTo(new Pace(0, 0));
        for (String wrong : new String[] {"", "5-", "-5", "15-5", "fast", "5.5"}) {
            assertThatThrownBy(() -> Pace.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void next(String behaviour) throws Exception {
        assertThat(running.post("/machines/10427/control", "{\"next\":" + behaviour + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode reboot(String id) throws Exception {
        return Running.json(running.put("/machines/10427/operations/" + id, "{\"type\":\"reboot\"}", KEY)
                .body());
    }

    private JsonNode operation(String id) throws Exception {
        return Running.json(running.get("/machines/10427/operations/" + id, KEY).body());
    }

    private static String state(JsonNode operation) {
        return operation.get("state").asString();
    }

    private JsonNode machine() throws Exception {
        return Running.json(running.get("/machines/10427", KEY).body());
    }
}

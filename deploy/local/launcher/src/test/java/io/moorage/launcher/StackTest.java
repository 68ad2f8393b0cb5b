package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, with parts that are shell scripts. */
class StackTest {
    @TempDir
    private Path folder;

    private Home home;
    private Running running;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @BeforeEach
    void layOut() {
        home = new Home(folder, folder.resolve(".moorage")).create();
        running = new Running(home);
    }

    @AfterEach
    void stopAll() {
        new Stopper(home, console).stopAll();
    }

    @Test
    void a_part_starts_once_those_it_needs_are_ready() {
        Path first = folder.resolve("first-is-ready");
        Path second = folder.resolve("second-is-ready");
        Path order = folder.resolve("order");
        new Starter(home, console)
                .start(List.of(
                        part(
                                "first",
                                Set.of(),
                                "sleep 0.3; echo first >>" + order + "; touch " + first + "; exec sleep 60",
                                first),
                        part(
                                "second",
                                Set.of("first"),
                                "echo second >>" + order + "; touch " + second + "; exec sleep 60",
                                second)));

        assertThat(order).hasContent("first\nsecond");
        assertThat(running.alive()).containsExactly("first", "second");
        assertThat(running.startedIn("first")).isPresent();
    }

    @Test
    void a_part_that_ends_before_it_is_ready_is_told_with_the_end_of_its_log() {
        Part broken =
                part("broken", Set.of(), "seq 1 40; echo 'no space left on device'; exit 3", folder.resolve("never"));

        assertThatThrownBy(() -> new Starter(home, console).start(List.of(broken)))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("broken ended with code 3 before it was ready (the disk is full")
                .hasMessageContaining("    | 40\n")
                .hasMessageContaining("    | 27\n")
                .hasMessageNotContaining("    | 25\n");
        assertThat(running.recorded()).isEmpty();
    }

    @Test
    void what_is_stopped_ends_in_order_and_leaves_no_record() {
        Path here = folder;
        new Starter(home, console)
                .start(List.of(
                        part("kafka", Set.of(), "exec sleep 60", here),
                        part("billing", Set.of(), "exec sleep 60", here),
                        part("gateway", Set.of(), "exec sleep 60", here)));
        printed.reset();

        new Stopper(home, console).stopAll();

        assertThat(printed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.strip().split(" +")[1]))
                .containsExactly("gateway", "billing", "kafka");
        assertThat(running.recorded()).isEmpty();
    }

    @Test
    void a_part_stopped_alone_is_known_to_be_stopped_on_purpose() {
        new Starter(home, console).start(part("billing", Set.of(), "exec sleep 60", folder));

        new Stopper(home, console).stop("billing");

        assertThat(running.isStopped("billing")).isTrue();
        assertThat(running.alive()).isEmpty();
    }

    @Test
    void nothing_is_launched_once_everything_is_being_stopped() {
        Starter starter = new Starter(home, console);
        starter.stopLaunching();

        assertThatThrownBy(() -> starter.start(part("late", Set.of(), "exec sleep 60", folder)))
                .isInstanceOf(Trouble.class);
        assertThat(running.recorded()).isEmpty();
    }

    @Test
    void the_log_of_the_start_before_is_kept_beside() {
        Path ready = folder.resolve("ready");
        new Starter(home, console)
                .start(part("billing", Set.of(), "echo one; touch " + ready + "; exec sleep 60", ready));
        new Stopper(home, console).stop("billing");
        Folders.delete(ready);
        new Starter(home, console)
                .start(part("billing", Set.of(), "echo two; touch " + ready + "; exec sleep 60", ready));

        assertThat(home.log("billing")).hasContent("two");
        assertThat(home.logs().resolve("billing.1.log")).hasContent("one");
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_with_the_address() {
        new Starter(home, console).start(part("kafka", Set.of(), "exec sleep 60", folder));
        new Session(Session.Mode.DETACHED, Pid.self(), 8123, Map.of()).write(home);

        assertThatThrownBy(() -> new Up(home, Arguments.parse("up", "--no-build"), console).run())
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("Moorage already runs on this data: http://localhost:8123.");
        assertThat(running.alive()).containsExactly("kafka");
    }

    @Test
    void what_a_killed_launcher_left_is_stopped() {
        new Starter(home, console).start(part("kafka", Set.of(), "exec sleep 60", folder));
        new Session(Session.Mode.FOREGROUND, new Pid(1, "long gone"), 8123, Map.of()).write(home);
        Pid left = running.process("kafka").orElseThrow();

        Up.cleanUp(home, console);

        assertThat(left.alive()).isFalse();
        assertThat(Session.read(home)).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("stopping what it left: kafka");
    }

    @Test
    void down_stops_what_runs_and_says_when_nothing_does() {
        new Starter(home, console).start(part("kafka", Set.of(), "exec sleep 60", folder));
        new Session(Session.Mode.DETACHED, Pid.self(), 8123, Map.of()).write(home);

        new Down(home, console).run();
        assertThat(running.alive()).isEmpty();
        assertThat(Session.read(home)).isEmpty();

        printed.reset();
        new Down(home, console).run();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("Nothing runs." + System.lineSeparator());
    }

    @Test
    void a_session_reads_back_as_it_was_written() {
        Session session = new Session(Session.Mode.FOREGROUND, Pid.self(), 8123, Map.of("billing", 2));
        session.write(home);

        assertThat(Session.read(home)).hasValue(session);
    }

    private static Part part(String name, Set<String> after, String script, Path readyWhenThere) {
        return new Part(
                name,
                after,
                1,
                () -> Files.exists(readyWhenThere),
                () -> new Command(List.of("sh", "-c", script), Map.of(), Path.of("/")));
    }
}

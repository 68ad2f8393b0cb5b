package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final long GONE_MS = 10_000;

    @TempDir
    Path folder;

    /** What hangs in {@link #a_program_that_hangs_is_ended_and_its_threads_are_shown}. */
    static final class Hanging {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    @Test
    void a_program_that_hangs_is_ended_and_its_threads_are_shown() {
        List<String> words =
                List.of(Command.javaProgram(), "-cp", System.getProperty("java.class.path"), Hanging.class.getName());

        assertThatThrownBy(() -> tool(new ArrayList<>()).run("hanging", words, folder))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("longer than 2 s")
                .hasMessageContaining("Hanging.main");
    }

    @Test
    void what_a_hanging_program_has_started_is_ended_with_it() {
        List<String> said = new ArrayList<>();
        List<String> words = List.of("sh", "-c", "sleep 600 & echo $!; wait");

        assertThatThrownBy(() -> tool(said).run("hanging", words, folder)).isInstanceOf(Trouble.class);

        long started = Long.parseLong(said.getFirst());
        assertThat(Pid.living(started)
                        .map(process -> process.goneWithin(GONE_MS))
                        .orElse(true))
                .isTrue();
    }

    private Tool tool(List<String> said) {
        return new Tool(new Home(folder, folder.resolve("home")).create(), Map.of(), said::add).within(SHORT);
    }
}

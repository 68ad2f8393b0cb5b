package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidTest {
    @TempDir
    private Path folder;

    @Test
    void a_child_writes_down_who_it_is_before_it_becomes_the_program() throws Exception {
        Path file = folder.resolve("sleep.pid");
        Process process = new ProcessBuilder("sh", "-c", Pid.RECORD_AND_BECOME, file.toString(), "sleep", "60").start();
        try {
            while (Pid.recorded(file).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(Pid.recorded(file)).isEqualTo(Pid.living(process.pid()));
            assertThat(Pid.recorded(file).orElseThrow().alive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Pid.recorded(file).orElseThrow().alive()).isFalse();
    }

    @Test
    void another_process_with_the_same_number_is_not_the_recorded_one() {
        Pid self = Pid.self();

        assertThat(self.alive()).isTrue();
        assertThat(new Pid(self.number(), "started earlier").alive()).isFalse();
    }

    @Test
    void a_reused_number_is_never_signalled() {
        Pid reused = new Pid(ProcessHandle.current().pid(), "started earlier");

        reused.signal("KILL");

        assertThat(Pid.self().alive()).isTrue();
    }

    @Test
    void a_file_without_a_process_names_none() throws Exception {
        assertThat(Pid.recorded(folder.resolve("missing"))).isEmpty();
        assertThat(Pid.recorded(Files.writeString(folder.resolve("empty"), ""))).isEmpty();
        assertThat(Pid.recorded(Files.writeString(folder.resolve("torn"), "boot\n")))
                .isEmpty();
    }

    @Test
    void whoever_waits_for_the_living_is_told_that_they_still_live() {
        assertThat(Pid.self().goneWithin(1)).isFalse();
    }
}

package io.moorage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.cli.World.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private World world;

    @TempDir
    private Path files;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder).loggedIn();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "servers",
                "lost",
                "servers lost",
                "servers show",
                "servers list --lost",
                "servers list --limit many",
                "servers list --output xml",
                "completion fish",
                "balance --lang de"
            })
    void what_is_called_wrongly_ends_with_2_and_asks_the_api_nothing(String line) {
        Result result = world.moor(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isNotBlank();
        assertThat(world.gateway.requests).isEmpty();
    }

    @Test
    void mistakes_are_explained_in_the_users_language() {
        world.variables.put("LC_ALL", "fr_BE.UTF-8");

        assertThat(world.moor("servers", "show").err())
                .isEqualTo("Il manque : NUMBER\nVoir moor servers show --help.\n");
        assertThat(world.moor("servers", "list", "--limit", "x").err())
                .contains("« x » n’est pas une valeur possible pour --limit.");
        assertThat(world.moor("servers", "lost").err()).contains("Pas compris : lost");
    }

    @Test
    void help_tells_of_every_command_and_exit_code() {
        Result help = world.moor("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("login", "servers", "actions", "top-up", "completion", "130", "Not logged in.");
        assertThat(world.moor("servers", "--help", "--lang", "fr").out())
                .contains("reinstall", "Redémarrer un serveur.");
    }

    @Test
    void options_may_stand_before_and_after_the_command() {
        world.gateway.on(
                "GET /api/v1/balance", Stub.Reply.json("{\"balance\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}"));

        assertThat(world.moor("--output", "json", "balance").out()).contains("{");
        assertThat(world.moor("balance", "--output=JSON").out()).contains("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void a_shell_completes_commands_options_and_values(String shell) throws Exception {
        Path script = Files.writeString(
                files.resolve("moor"), world.moor("completion", shell).out());

        assertThat(completed(script, "moor", "ser")).contains("servers", "services");
        assertThat(completed(script, "moor", "servers", "re")).contains("reboot", "reinstall", "rescue-on");
        assertThat(completed(script, "moor", "servers", "list", "--sta")).contains("--status");
        assertThat(completed(script, "moor", "servers", "list", "--status", "over"))
                .contains("overdue");
        assertThat(completed(script, "moor", "servers", "list", "--output", "c"))
                .contains("csv");
    }

    /** Asks bash itself, as zsh reads the same script through its bash completion. */
    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String ask = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_moor 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}

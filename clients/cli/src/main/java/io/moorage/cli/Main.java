package io.moorage.cli;

import io.moorage.cli.command.Environment;
import io.moorage.cli.session.Pause;
import io.moorage.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Where {@code moor} starts. The script beside the repository's other ones tells what kind of terminal it runs in. */
public final class Main {
    private static final int USUAL_WIDTH = 80;

    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> variables = System.getenv();
        Environment environment =
                new Environment(variables, terminal(variables), Clock.systemUTC(), ZoneId.systemDefault(), Pause::real);
        int exitCode = CommandTree.run(environment, arguments);
        environment.terminal().out().flush();
        System.exit(exitCode);
    }

    /** The JDK's console would tell as well, at the price of a line editor loaded at every start. */
    private static Terminal terminal(Map<String, String> variables) {
        boolean dumb = "dumb".equals(variables.get("TERM"));
        boolean plain = !variables.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.in,
                Boolean.getBoolean("moor.output-seen"),
                Boolean.getBoolean("moor.notes-seen") && !dumb,
                Boolean.getBoolean("moor.asked"),
                Integer.getInteger("moor.columns", USUAL_WIDTH),
                !dumb && !plain);
    }

    /** UTF-8 always: what one program writes another reads, whatever either one's locale. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

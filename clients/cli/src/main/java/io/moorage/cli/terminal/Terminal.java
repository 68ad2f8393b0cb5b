package io.moorage.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where moor reads and writes.
 *
 * @param outputSeen whether a person looks at the standard output, and not a file or a program
 * @param notesSeen the same for the standard error
 * @param asked whether a person is there to answer
 * @param columns how wide it is
 * @param colours whether colours are wanted
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        InputStream in,
        boolean outputSeen,
        boolean notesSeen,
        boolean asked,
        int columns,
        boolean colours) {

    /** Data: a line on the standard output. */
    public void say(String line) {
        out.println(PlainText.of(line));
    }

    /** Anything else: a line on the standard error. */
    public void tell(String line) {
        err.println(PlainText.of(line));
    }

    /** A line of which every part has been made harmless, as it may hold colours. */
    void show(String line) {
        out.println(line);
    }

    /** Data as it came. Only a program gets it unchanged. */
    public void pass(String data) {
        out.print(outputSeen ? PlainText.lines(data) : data);
        if (!data.endsWith("\n")) out.println();
    }

    /** A question on the standard error; null at the end of the input. */
    public @Nullable String ask(String question) {
        err.print(PlainText.of(question) + " ");
        err.flush();
        try {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** A secret, asked for where a person is there, and read without a question where it is piped in. */
    public String secret(String question) {
        Console console = asked ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword("%s ", PlainText.of(question));
            return typed == null ? "" : new String(typed).strip();
        }
        String line = ask(asked ? question : "");
        return line == null ? "" : line.strip();
    }

    String bold(String harmless) {
        return styled("1", harmless);
    }

    String styled(String code, String harmless) {
        return colours && outputSeen ? "\u001b[" + code + "m" + harmless + "\u001b[0m" : harmless;
    }
}

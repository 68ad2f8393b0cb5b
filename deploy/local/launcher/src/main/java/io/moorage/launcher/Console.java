package io.moorage.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Lines for the person at the keyboard. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** {@code ✓ postgres        ready    1.4 s  127.0.0.1:21345}. */
    void part(boolean good, String part, String state, long milliseconds, String more) {
        line(String.format(
                        Locale.ROOT,
                        "  %s %-12s %-8s %6.1f s  %s",
                        good ? "✓" : "✗",
                        part,
                        state,
                        milliseconds / 1000.0,
                        more)
                .stripTrailing());
    }
}

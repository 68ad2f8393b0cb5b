package io.moorage.cli.outcome;

import java.util.List;

/** Ends a command with an exit code and what to say about it. Carries no stack trace: it is an answer, not a fault. */
public final class CommandFailed extends RuntimeException {
    private final int exitCode;
    private final transient List<String> lines;

    public CommandFailed(int exitCode, List<String> lines) {
        super(String.join(" ", lines), null, false, false);
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    public CommandFailed(int exitCode, String line) {
        this(exitCode, List.of(line));
    }

    public int exitCode() {
        return exitCode;
    }

    /** The first says what went wrong; the others what belongs to it. */
    public List<String> lines() {
        return lines;
    }
}

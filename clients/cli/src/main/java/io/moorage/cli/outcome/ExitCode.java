package io.moorage.cli.outcome;

/** What the shell is told. Part of the interface that scripts rely on: the help and the README list the same. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int REFUSED = 1;
    public static final int USAGE = 2;
    public static final int NOT_LOGGED_IN = 3;
    public static final int NOT_REACHABLE = 4;
    public static final int ACTION_FAILED = 5;

    /** What the JVM itself ends with after Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}

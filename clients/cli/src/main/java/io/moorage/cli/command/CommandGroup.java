package io.moorage.cli.command;

import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others: {@code moor servers}. Called alone it says which. */
@Command
public final class CommandGroup implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public CommandGroup(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(moor.terminal().err());
        return ExitCode.USAGE;
    }
}

package io.moorage.cli.completion;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moor completion bash|zsh}: one script, which finds out by itself which of the two reads it. */
@Command(name = "completion")
public final class PrintCompletion implements Callable<Integer> {
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "bash|zsh", descriptionKey = "parameter.shell")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    public PrintCompletion(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.terminal().pass(AutoComplete.bash("moor", spec.root().commandLine()));
        return ExitCode.OK;
    }
}

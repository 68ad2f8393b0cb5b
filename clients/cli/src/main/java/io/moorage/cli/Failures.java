package io.moorage.cli;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.terminal.Terminal;
import io.moorage.cli.text.Texts;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into lines on the standard error and an exit code. */
final class Failures {
    private final Terminal terminal;
    private final Texts texts;

    Failures(Moor moor) {
        this.terminal = moor.terminal();
        this.texts = moor.texts();
    }

    PrintWriter help() {
        return new PrintWriter(terminal.out(), true);
    }

    int misused(ParameterException failure, String[] arguments) {
        CommandLine called = failure.getCommandLine();
        terminal.tell(sentence(failure));
        terminal.tell(texts.of("see-help", called.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    /** The parser's own sentences are in English only. */
    private String sentence(ParameterException failure) {
        return switch (failure) {
            case UnmatchedArgumentException unknown ->
                texts.of("argument-unknown", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing -> texts.of("argument-missing", names(missing));
            default -> {
                ArgSpec argument = failure.getArgSpec();
                yield argument == null
                        ? String.valueOf(failure.getMessage())
                        : texts.of("argument-invalid", failure.getValue(), name(argument));
            }
        };
    }

    private static String names(MissingParameterException missing) {
        return missing.getMissing().stream().map(Failures::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    int failed(Exception failure, CommandLine called, ParseResult parsed) {
        switch (failure) {
            case CommandFailed known -> {
                known.lines().forEach(terminal::tell);
                return known.exitCode();
            }
            case ParameterException misused -> {
                return misused(misused, new String[0]);
            }
            case UncheckedIOException disk -> {
                terminal.tell(texts.of("files-failed", disk.getCause()));
                return ExitCode.REFUSED;
            }
            default -> {
                terminal.tell(texts.of("fault", failure));
                return ExitCode.REFUSED;
            }
        }
    }
}

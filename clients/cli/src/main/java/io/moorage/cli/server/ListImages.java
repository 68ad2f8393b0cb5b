package io.moorage.cli.server;

import static io.moorage.cli.command.Column.text;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moor servers images N}: what a server can be installed with. */
@Command(name = "images")
public final class ListImages implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(text("id"), text("name"), text("family"));

    private final Moor moor;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "parameter.server")
    private String number = "";

    public ListImages(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(COLUMNS, moor.gateway().get(Server.path(number) + "/images"));
        return ExitCode.OK;
    }
}

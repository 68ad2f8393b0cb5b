package io.moorage.cli.server;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moor servers show N}. */
@Command(name = "show")
public final class ShowServer implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "parameter.server")
    private String number = "";

    public ShowServer(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().one(Server.CARD, moor.gateway().get(Server.path(number)));
        return ExitCode.OK;
    }
}

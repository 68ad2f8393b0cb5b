package io.moorage.cli.server;

import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Paging;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moor servers list}. */
@Command(name = "list")
public final class ListServers implements Callable<Integer> {
    private final Moor moor;

    @Mixin
    private final ServerFilter filter = new ServerFilter();

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListServers(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(Server.COLUMNS, paging.read(moor, moor.gateway(), "/servers", filter.query(), all));
        return ExitCode.OK;
    }
}

package io.moorage.cli.access;

import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.command.Paging;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moor invitations list}: those that can be accepted or sent again. */
@Command(name = "list")
public final class ListInvitations implements Callable<Integer> {
    static final List<Column> COLUMNS = List.of(
            text("id"),
            text("email"),
            text("state"),
            text("permissions"),
            text("services"),
            time("sentAt"),
            time("expiresAt"));

    private final Moor moor;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListInvitations(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/invitations", Map.of(), all));
        return ExitCode.OK;
    }
}

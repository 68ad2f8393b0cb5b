package io.moorage.cli.access;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;
import static io.moorage.cli.command.Column.yesNo;

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

/** {@code moor users list}: who may act for the account, its owner first. */
@Command(name = "list")
public final class ListUsers implements Callable<Integer> {
    static final List<Column> COLUMNS = List.of(
            text("login"),
            text("name"),
            text("email"),
            yesNo("owner"),
            text("permissions"),
            text("services"),
            time("endsAt"),
            time("lastUsedAt"),
            detail("since", "/since"),
            detail("id", "/id"));

    private final Moor moor;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListUsers(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/users", Map.of(), all));
        return ExitCode.OK;
    }
}

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

/** {@code moor tokens list}: one's own API tokens for the account. */
@Command(name = "list")
public final class ListTokens implements Callable<Integer> {
    static final List<Column> COLUMNS = List.of(
            text("id"),
            text("name"),
            text("permissions"),
            text("services"),
            time("expiresAt"),
            time("createdAt"),
            time("lastUsedAt"));

    private final Moor moor;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListTokens(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/api-tokens", Map.of(), all));
        return ExitCode.OK;
    }
}

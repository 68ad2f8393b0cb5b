package io.moorage.cli.login;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;
import static io.moorage.cli.command.Column.word;
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

/** {@code moor sessions list}: where one is logged in, this session among them. */
@Command(name = "list")
public final class ListSessions implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            text("id"),
            yesNo("current"),
            word("client"),
            text("browser"),
            text("system"),
            text("address"),
            time("startedAt"),
            time("lastUsedAt"),
            detail("device", "/device"));

    private final Moor moor;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListSessions(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report().list(COLUMNS, paging.read(moor, moor.gatewayOfUser(), "/me/sessions", Map.of(), all));
        return ExitCode.OK;
    }
}

package io.moorage.cli.account;

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

/** {@code moor notices}: what happened, newest first. Reading them here leaves them unread. */
@Command(name = "notices")
public final class ListNotices implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            time("at"),
            word("severity"),
            yesNo("read"),
            text("text"),
            detail("code", "/code"),
            detail("link", "/link"),
            detail("id", "/id"));

    private final Moor moor;

    @Option(names = "--unread", descriptionKey = "option.unread")
    private boolean unread;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all")
    private boolean all;

    public ListNotices(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Map<String, String> filter = unread ? Map.of("unread", "true") : Map.of();
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/notifications", filter, all));
        return ExitCode.OK;
    }
}

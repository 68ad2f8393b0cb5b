package io.moorage.cli.account;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;
import static io.moorage.cli.command.Column.word;

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

/** {@code moor log}: the action log of this session; with {@code --all} the account's whole history. */
@Command(name = "log")
public final class ShowLog implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            time("at"),
            text("user", "/user/login"),
            text("action"),
            text("target"),
            word("outcome"),
            text("code"),
            detail("account", "/account"),
            detail("address", "/address"),
            detail("session", "/session"),
            detail("status", "/status"),
            detail("correlation", "/correlation"),
            detail("id", "/id"));

    private final Moor moor;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--all", descriptionKey = "option.all-log")
    private boolean all;

    public ShowLog(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Map<String, String> filter = Map.of("session", all ? "all" : "current");
        moor.report().list(COLUMNS, paging.read(moor, moor.gateway(), "/activity", filter, all));
        return ExitCode.OK;
    }
}

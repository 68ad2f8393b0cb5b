package io.moorage.cli.access;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.word;
import static io.moorage.cli.command.Column.yesNo;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor accounts list}: one's own account, and those of others that one may act for. */
@Command(name = "list")
public final class ListAccounts implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            text("handle"),
            text("name"),
            word("kind"),
            yesNo("own"),
            text("permissions"),
            text("services"),
            detail("delegation", "/delegation"));

    private final Moor moor;

    public ListAccounts(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        ObjectNode accounts = moor.json().createObjectNode();
        accounts.set("items", moor.gatewayOfUser().get("/me").path("accounts"));
        moor.report().list(COLUMNS, accounts);
        return ExitCode.OK;
    }
}

package io.moorage.cli.account;

import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.word;
import static io.moorage.cli.command.Column.yesNo;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor me}: who is logged in, and for which accounts they may act. */
@Command(name = "me")
public final class ShowMe implements Callable<Integer> {
    private static final List<Column> ME = List.of(
            text("login", "/user/login"),
            text("name", "/user/name"),
            text("email", "/user/email"),
            text("actingAccount", "/actingAccount"));

    private static final List<Column> ACCOUNTS =
            List.of(text("handle"), text("name"), word("kind"), yesNo("own"), text("permissions"));

    private final Moor moor;

    public ShowMe(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        JsonNode me = moor.gateway().get("/me");
        moor.report().one(ME, me);
        if (!moor.report().forPeople()) return ExitCode.OK;
        ObjectNode accounts = moor.json().createObjectNode();
        accounts.set("items", me.path("accounts"));
        moor.terminal().say("");
        moor.report().list(ACCOUNTS, accounts);
        return ExitCode.OK;
    }
}

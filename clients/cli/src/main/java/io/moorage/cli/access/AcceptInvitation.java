package io.moorage.cli.access;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.time;

import io.moorage.cli.command.Column;
import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/**
 * {@code moor invitations accept}: with the link of the mail, which is read and not passed as a word of the command: such
 * words stay in histories and lists of processes, and it is a secret.
 */
@Command(name = "accept")
public final class AcceptInvitation implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            text("account"), text("name"), text("permissions"), text("services"), time("endsAt"), detail("id", "/id"));

    private final Moor moor;

    public AcceptInvitation(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        String typed = moor.terminal().secret(moor.texts().of("invitation-link"));
        String token = typed.substring(typed.indexOf('#') + 1);
        JsonNode accepted = moor.gatewayOfUser()
                .post("/invitations/accept", moor.json().createObjectNode().put("token", token));
        String account = accepted.path("account").asString("");
        String name = accepted.path("name").asString("");
        moor.report().done(COLUMNS, accepted, moor.texts().of("invitation-accepted", name, account));
        return ExitCode.OK;
    }
}

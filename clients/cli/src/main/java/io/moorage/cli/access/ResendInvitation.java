package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code moor invitations resend ID}: the link sent before is dead. */
@Command(name = "resend")
public final class ResendInvitation implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.invitation")
    private String id = "";

    public ResendInvitation(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        JsonNode sent = moor.gateway()
                .post(
                        "/invitations/" + Query.segment(id) + "/resend",
                        moor.json().createObjectNode());
        String email = sent.path("email").asString("");
        moor.report().done(ListInvitations.COLUMNS, sent, moor.texts().of("invitation-sent", email));
        return ExitCode.OK;
    }
}

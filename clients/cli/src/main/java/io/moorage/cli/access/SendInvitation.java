package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor invitations send EMAIL}: offers whoever reads mail there to act for the account. */
@Command(name = "send")
public final class SendInvitation implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EMAIL", descriptionKey = "parameter.email")
    private String email = "";

    @Mixin
    private final AccessOptions access = new AccessOptions();

    @Option(names = "--ends", paramLabel = "DATE", descriptionKey = "option.ends")
    private @Nullable String ends;

    public SendInvitation(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gateway();
        ObjectNode body = access.body(moor, spec, gateway).put("email", email);
        if (ends != null) body.put("endsAt", AccessOptions.end(moor, spec, ends).toString());
        JsonNode sent = gateway.post("/invitations", body);
        moor.report().done(ListInvitations.COLUMNS, sent, moor.texts().of("invitation-sent", email));
        return ExitCode.OK;
    }
}

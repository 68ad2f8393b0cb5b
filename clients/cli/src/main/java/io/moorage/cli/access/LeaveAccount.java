package io.moorage.cli.access;

import io.moorage.cli.command.Confirmation;
import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code moor accounts leave HANDLE}: gives up the access to somebody else's account. */
@Command(name = "leave")
public final class LeaveAccount implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HANDLE", descriptionKey = "parameter.handle")
    private String handle = "";

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    public LeaveAccount(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gatewayOfUser();
        JsonNode account = delegated(gateway);
        String name = account.path("name").asString("");
        if (!confirmation.given(moor, spec, () -> moor.texts().of("account-leave-confirm", name, handle)))
            return ExitCode.REFUSED;
        String delegation = account.path("delegation").asString("");
        gateway.delete("/delegations/" + Query.segment(delegation), Map.of());
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("account-left", name, handle));
        return ExitCode.OK;
    }

    private JsonNode delegated(Gateway gateway) {
        for (JsonNode account : gateway.get("/me").path("accounts")) {
            boolean left = account.path("handle").asString("").equals(handle)
                    && !account.path("own").asBoolean(false);
            if (left) return account;
        }
        throw new CommandFailed(ExitCode.REFUSED, moor.texts().of("account-not-delegated", handle));
    }
}

package io.moorage.cli.access;

import io.moorage.cli.command.Confirmation;
import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code moor users remove USER}: takes their access back, also where they are at work. */
@Command(name = "remove")
public final class RemoveUser implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "USER", descriptionKey = "parameter.user")
    private String user = "";

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    public RemoveUser(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gateway();
        JsonNode found = AccountUser.find(moor, gateway, user);
        String name = found.path("name").asString(user);
        String email = found.path("email").asString("");
        if (!confirmation.given(moor, spec, () -> moor.texts().of("user-remove-confirm", name, email)))
            return ExitCode.REFUSED;
        gateway.delete(AccountUser.path(found), Map.of());
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("user-removed", name));
        return ExitCode.OK;
    }
}

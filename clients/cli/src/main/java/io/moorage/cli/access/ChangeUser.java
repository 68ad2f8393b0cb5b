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

/** {@code moor users change USER}: says anew all that they may do. */
@Command(name = "change")
public final class ChangeUser implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "USER", descriptionKey = "parameter.user")
    private String user = "";

    @Mixin
    private final AccessOptions access = new AccessOptions();

    @Option(names = "--ends", paramLabel = "DATE", descriptionKey = "option.ends")
    private @Nullable String ends;

    public ChangeUser(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gateway();
        ObjectNode body = access.body(moor, spec, gateway);
        if (ends != null) body.put("endsAt", AccessOptions.end(moor, spec, ends).toString());
        JsonNode changed = gateway.put(AccountUser.path(AccountUser.find(moor, gateway, user)), body);
        moor.report()
                .done(
                        ListUsers.COLUMNS,
                        changed,
                        moor.texts().of("user-changed", changed.path("name").asString(user)));
        return ExitCode.OK;
    }
}

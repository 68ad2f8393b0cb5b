package io.moorage.cli.server;

import io.moorage.cli.action.FollowAction;
import io.moorage.cli.command.Confirmation;
import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor servers reinstall N --image ID}: erases the server, so it asks first. */
@Command(name = "reinstall")
public final class Reinstall implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "parameter.server")
    private String number = "";

    @Option(names = "--image", required = true, paramLabel = "ID", descriptionKey = "option.image")
    private String image = "";

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--wait", descriptionKey = "option.wait")
    private boolean wait;

    public Reinstall(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        FollowAction follow = new FollowAction(moor);
        if (!confirmation.given(moor, spec, () -> question(follow.gateway()))) return ExitCode.REFUSED;
        ObjectNode body =
                moor.json().createObjectNode().put("type", "reinstall").put("image", image);
        return follow.requested(follow.gateway().post(Server.path(number) + "/actions", body), wait);
    }

    private String question(Gateway gateway) {
        String name = gateway.get(Server.path(number)).path("name").asString("");
        return moor.texts().of("reinstall-confirm", number, name, image);
    }
}

package io.moorage.cli.server;

import io.moorage.cli.action.FollowAction;
import io.moorage.cli.command.Moor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moor servers power-on|power-off|reboot|rescue-on|rescue-off N}: the five that need nothing but a server. */
@Command
public final class RequestAction implements Callable<Integer> {
    private final Moor moor;
    private final String type;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "parameter.server")
    private String number = "";

    @Option(names = "--wait", descriptionKey = "option.wait")
    private boolean wait;

    public RequestAction(Moor moor, String type) {
        this.moor = moor;
        this.type = type;
    }

    @Override
    public Integer call() {
        FollowAction follow = new FollowAction(moor);
        return follow.requested(
                follow.gateway()
                        .post(
                                Server.path(number) + "/actions",
                                moor.json().createObjectNode().put("type", type)),
                wait);
    }
}

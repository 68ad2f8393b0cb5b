package io.moorage.cli.action;

import io.moorage.cli.command.Moor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moor actions retry ID}: a new action that asks for the same. */
@Command(name = "retry")
public final class RetryAction implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.action")
    private String id = "";

    @Option(names = "--wait", descriptionKey = "option.wait")
    private boolean wait;

    public RetryAction(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        FollowAction follow = new FollowAction(moor);
        return follow.requested(
                follow.gateway()
                        .post(FollowAction.path(id) + "/retry", moor.json().createObjectNode()),
                wait);
    }
}

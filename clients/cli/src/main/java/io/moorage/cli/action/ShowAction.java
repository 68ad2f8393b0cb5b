package io.moorage.cli.action;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code moor actions show ID}; with {@code --wait} until it is over. */
@Command(name = "show")
public final class ShowAction implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.action")
    private String id = "";

    @Option(names = "--wait", descriptionKey = "option.wait")
    private boolean wait;

    public ShowAction(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        FollowAction follow = new FollowAction(moor);
        JsonNode action = follow.gateway().get(FollowAction.path(id));
        if (wait) return follow.toItsEnd(action);
        moor.report().one(FollowAction.COLUMNS, action);
        return ExitCode.OK;
    }
}

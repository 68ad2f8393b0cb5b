package io.moorage.cli.action;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code moor actions cancel ID}. Whether it still could be cancelled shows when it is over. */
@Command(name = "cancel")
public final class CancelAction implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.action")
    private String id = "";

    public CancelAction(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        JsonNode action = moor.gateway()
                .post(FollowAction.path(id) + "/cancel", moor.json().createObjectNode());
        moor.report().done(FollowAction.COLUMNS, action, moor.texts().of("cancel-requested", id));
        return ExitCode.OK;
    }
}

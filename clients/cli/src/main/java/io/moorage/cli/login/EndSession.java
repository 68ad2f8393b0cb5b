package io.moorage.cli.login;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moor sessions end ID}: whoever uses that session is logged out. */
@Command(name = "end")
public final class EndSession implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.session")
    private String id = "";

    public EndSession(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.gatewayOfUser().delete("/me/sessions/" + Query.segment(id), Map.of());
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("session-ended", id));
        return ExitCode.OK;
    }
}

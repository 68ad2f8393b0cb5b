package io.moorage.cli.login;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code moor sessions end-others}: only this session goes on. */
@Command(name = "end-others")
public final class EndOtherSessions implements Callable<Integer> {
    private final Moor moor;

    public EndOtherSessions(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.gatewayOfUser().delete("/me/sessions", Map.of("others", "true"));
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("other-sessions-ended"));
        return ExitCode.OK;
    }
}

package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moor invitations withdraw ID}: its link is dead. */
@Command(name = "withdraw")
public final class WithdrawInvitation implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.invitation")
    private String id = "";

    public WithdrawInvitation(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.gateway().delete("/invitations/" + Query.segment(id), Map.of());
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("invitation-withdrawn"));
        return ExitCode.OK;
    }
}

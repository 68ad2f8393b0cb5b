package io.moorage.cli.login;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code moor logout}: the tokens are deleted here in any case, and the log-in ends at Keycloak, for good everywhere. */
@Command(name = "logout")
public final class Logout implements Callable<Integer> {
    private final Moor moor;

    public Logout(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        boolean was = moor.tokens(moor.http()).end();
        moor.terminal().say(moor.texts().of(was ? "logged-out" : "was-not-logged-in"));
        return ExitCode.OK;
    }
}

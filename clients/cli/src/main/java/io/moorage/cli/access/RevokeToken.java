package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Query;
import io.moorage.cli.outcome.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moor tokens revoke ID}: within two seconds it is good for nothing. */
@Command(name = "revoke")
public final class RevokeToken implements Callable<Integer> {
    private final Moor moor;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parameter.token")
    private String id = "";

    public RevokeToken(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.gateway().delete("/api-tokens/" + Query.segment(id), Map.of());
        if (moor.report().forPeople()) moor.terminal().say(moor.texts().of("token-revoked"));
        return ExitCode.OK;
    }
}

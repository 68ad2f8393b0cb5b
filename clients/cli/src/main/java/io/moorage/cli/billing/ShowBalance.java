package io.moorage.cli.billing;

import static io.moorage.cli.command.Column.money;

import io.moorage.cli.command.Moor;
import io.moorage.cli.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code moor balance}. */
@Command(name = "balance")
public final class ShowBalance implements Callable<Integer> {
    private final Moor moor;

    public ShowBalance(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        moor.report()
                .one(List.of(money("balance"), money("pending")), moor.gateway().get("/balance"));
        return ExitCode.OK;
    }
}

package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor tokens create NAME}: the token alone goes to the standard output, and is never shown again. */
@Command(name = "create")
public final class CreateToken implements Callable<Integer> {
    private static final Duration LIFE = Duration.ofDays(30);

    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "parameter.token-name")
    private String name = "";

    @Mixin
    private final AccessOptions access = new AccessOptions();

    @Option(names = "--expires", paramLabel = "DATE", descriptionKey = "option.expires")
    private @Nullable String expires;

    public CreateToken(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        Gateway gateway = moor.gateway();
        Instant end = expires == null
                ? moor.environment().clock().instant().plus(LIFE)
                : AccessOptions.end(moor, spec, expires);
        ObjectNode body = access.body(moor, spec, gateway).put("name", name).put("expiresAt", end.toString());
        JsonNode created = gateway.post("/api-tokens", body);
        if (moor.report().forPeople()) moor.terminal().tell(moor.texts().of("token-created"));
        moor.report().done(ListTokens.COLUMNS, created, created.path("token").asString(""));
        return ExitCode.OK;
    }
}

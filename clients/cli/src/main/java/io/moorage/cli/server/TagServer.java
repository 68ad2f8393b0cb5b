package io.moorage.cli.server;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code moor servers tag N +this -that}, or {@code --set this,that} for exactly these. */
@Command(name = "tag")
public final class TagServer implements Callable<Integer> {
    private final Moor moor;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "parameter.server")
    private String number = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "+TAG|-TAG", descriptionKey = "parameter.tags")
    private List<String> changes = List.of();

    @Option(names = "--set", paramLabel = "TAG,…", descriptionKey = "option.set")
    private @Nullable String exactly;

    public TagServer(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        if ((exactly == null) == changes.isEmpty()) throw moor.misused(spec, "tags-either");
        for (String change : changes) {
            boolean sign = change.startsWith("+") || (change.startsWith("-") && !change.startsWith("--"));
            if (!sign || change.length() == 1) throw moor.misused(spec, "tag-without-sign", change);
        }
        Gateway gateway = moor.gateway();
        ObjectNode body = moor.json().createObjectNode();
        wanted(gateway).forEach(body.putArray("tags")::add);
        JsonNode server = gateway.put(Server.path(number) + "/tags", body);
        moor.report().done(Server.CARD, server, moor.texts().of("tagged", number, tags(server)));
        return ExitCode.OK;
    }

    private Set<String> wanted(Gateway gateway) {
        Set<String> tags = new LinkedHashSet<>();
        if (exactly != null) {
            Arrays.stream(exactly.split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .forEach(tags::add);
            return tags;
        }
        gateway.get(Server.path(number)).path("tags").forEach(tag -> tags.add(tag.asString()));
        for (String change : changes) {
            String tag = change.substring(1);
            if (change.startsWith("+")) tags.add(tag);
            else tags.remove(tag);
        }
        return tags;
    }

    private String tags(JsonNode server) {
        Set<String> tags = new LinkedHashSet<>();
        server.path("tags").forEach(tag -> tags.add(tag.asString()));
        return tags.isEmpty() ? moor.texts().of("no-tags") : String.join(", ", tags);
    }
}

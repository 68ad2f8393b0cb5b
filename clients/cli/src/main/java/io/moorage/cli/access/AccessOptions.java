package io.moorage.cli.access;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may do, and on which services; as options of a command that gives it. */
final class AccessOptions {
    private static final String ALL = "all";

    @Option(
            names = "--set",
            paramLabel = "NAME",
            completionCandidates = Sets.class,
            descriptionKey = "option.access-set")
    private @Nullable String set;

    @Option(names = "--permissions", paramLabel = "CODE,…", descriptionKey = "option.permissions")
    private @Nullable String permissions;

    @Option(names = "--services", paramLabel = "all|ID,…", descriptionKey = "option.services")
    private String services = ALL;

    /** As the API takes it, but for its end. */
    ObjectNode body(Moor moor, CommandSpec called, Gateway gateway) {
        if ((set == null) == (permissions == null)) throw moor.misused(called, "access-either");
        ObjectNode body = moor.json().createObjectNode();
        List<String> codes = permissions != null ? parts(permissions) : ofSet(moor, called, gateway);
        codes.forEach(body.putArray("permissions")::add);
        if (services.equals(ALL)) body.put("services", ALL);
        else parts(services).forEach(body.putArray("services")::add);
        return body;
    }

    private List<String> ofSet(Moor moor, CommandSpec called, Gateway gateway) {
        for (JsonNode known : gateway.get("/permission-sets").path("items")) {
            if (known.path("name").asString("").equals(set))
                return known.path("permissions")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
        }
        throw moor.misused(called, "access-set-unknown", String.valueOf(set));
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A day, which is the last one, or a moment. */
    static Instant end(Moor moor, CommandSpec called, String written) {
        ZoneId zone = moor.environment().zone();
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException otherwise) {
            throw moor.misused(called, "date-unreadable", written);
        }
    }

    static final class Sets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("technician", "domain-expert", "colleague", "security-specialist", "accountant")
                    .iterator();
        }
    }
}

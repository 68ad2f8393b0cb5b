package io.moorage.cli.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which servers, in which order; the same for the list and the export. */
final class ServerFilter {
    @Option(names = "--location", paramLabel = "CODE", descriptionKey = "option.location")
    private @Nullable String location;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            completionCandidates = Statuses.class,
            descriptionKey = "option.status")
    private @Nullable String status;

    @Option(names = "--search", paramLabel = "TEXT", descriptionKey = "option.search")
    private @Nullable String search;

    @Option(names = "--sort", paramLabel = "FIELD", completionCandidates = Fields.class, descriptionKey = "option.sort")
    private @Nullable String sort;

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "location", location);
        put(query, "status", status);
        put(query, "search", search);
        put(query, "sort", sort);
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) query.put(name, value);
    }

    static final class Statuses implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("provisioning", "active", "suspended", "cancelled", "overdue")
                    .iterator();
        }
    }

    static final class Fields implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("number", "name", "location", "status", "created").iterator();
        }
    }
}

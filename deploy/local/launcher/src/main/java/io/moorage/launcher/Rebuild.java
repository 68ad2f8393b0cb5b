package io.moorage.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Has a service rebuild read models from its log while it works on, and shows how far it has come. */
final class Rebuild {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Setup setup;
    private final Console console;

    Rebuild(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
    }

    /** @param words nothing to list them all; a service to rebuild all of its read models; and one's name for that one */
    void run(List<String> words) {
        if (words.isEmpty()) {
            Parts.SERVICES.forEach(this::list);
            return;
        }
        try (ServiceApi api = ServiceApi.of(setup, words.getFirst())) {
            List<String> names = words.size() > 1 ? words.subList(1, words.size()) : names(api);
            names.forEach(name -> rebuild(api, name));
        }
    }

    private void list(String service) {
        try (ServiceApi api = ServiceApi.of(setup, service)) {
            items(api)
                    .forEach(item -> console.line(service + " " + Json.string(item, "name") + ": "
                            + String.join(", ", tables(item)) + " (" + Json.string(item, "state") + ")"));
        }
    }

    private void rebuild(ServiceApi api, String name) {
        api.call("POST", "read-models/" + name + "/rebuild");
        String shown = "";
        while (true) {
            Object item = items(api).stream()
                    .filter(each -> Json.string(each, "name").equals(name))
                    .findFirst()
                    .orElseThrow();
            String state = Json.string(item, "state");
            String line = String.format(
                    Locale.ROOT,
                    "%s: %3s %%, %s events, %s",
                    name,
                    Json.string(item, "percent"),
                    Json.string(item, "events"),
                    state);
            if (!line.equals(shown)) console.line(line);
            shown = line;
            if (state.equals("failed")) {
                throw new Trouble(name + " stays as it was: " + Json.string(item, "error"));
            }
            if (!state.equals("rebuilding")) {
                return;
            }
            pause();
        }
    }

    private static List<String> names(ServiceApi api) {
        return items(api).stream().map(item -> Json.string(item, "name")).toList();
    }

    private static List<?> items(ServiceApi api) {
        return (List<?>)
                Json.at(api.call("GET", "read-models").orElseThrow(), "items").orElseThrow();
    }

    private static List<String> tables(Object item) {
        return ((List<?>) Json.at(item, "tables").orElseThrow())
                .stream().map(String::valueOf).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }
}

package io.moorage.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What services put aside because it failed: listed, retried, or dropped. */
final class ParkedWork {
    private static final List<String> HEADINGS =
            List.of("AGGREGATE", "TYPE", "ERROR", "TRIES", "PARKED", "NEXT TRY", "ID");
    private static final int GONE = 404;

    private final Setup setup;
    private final Console console;

    ParkedWork(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
    }

    /** @param words nothing, a service, or a service with what to do with which item */
    void run(List<String> words) {
        if (words.isEmpty()) {
            Parts.SERVICES.forEach(this::print);
            return;
        }
        String service = words.getFirst();
        if (words.size() == 1) {
            print(service);
            return;
        }
        String id = words.get(2);
        try (ServiceApi api = ServiceApi.of(setup, service)) {
            switch (words.get(1)) {
                case "drop" -> drop(api, id);
                default -> retry(api, id);
            }
        }
    }

    private void retry(ServiceApi api, String id) {
        if (!id.equals("all")) {
            api.call("POST", "parked/" + id + "/retry");
            console.line("Will be tried within a second or two; `./moorage parked` tells whether it failed again.");
            return;
        }
        List<Object> first = items(api).stream()
                .filter(item -> Json.string(item, "waits").equals("false"))
                .toList();
        for (Object item : first) {
            ServiceApi.Answer answer = api.ask("POST", "parked/" + Json.string(item, "id") + "/retry");
            if (answer.status() / 100 != 2 && answer.status() != GONE) {
                throw new Trouble("Retrying " + Json.string(item, "id") + " answered " + answer.status() + ".");
            }
        }
        console.line(first.size() + " will be tried within a second or two, and what waits for them after them.");
    }

    private void drop(ServiceApi api, String id) {
        Object item = api.call("DELETE", "parked/" + id).orElseThrow();
        console.line("Dropped for good: " + Json.string(item, "type") + " of " + Json.string(item, "aggregate") + "."
                + (Json.string(item, "waits").equals("true")
                        ? " It had only waited for an earlier one, which is still parked."
                        : " The aggregate's later ones go on."));
    }

    private void print(String service) {
        try (ServiceApi api = ServiceApi.of(setup, service)) {
            List<Object> items = items(api);
            console.line(service + ": " + (items.isEmpty() ? "nothing is parked" : items.size() + " parked"));
            if (!items.isEmpty()) {
                table(items.stream().map(ParkedWork::cells).toList());
            }
        }
    }

    private static List<Object> items(ServiceApi api) {
        List<Object> items = new ArrayList<>();
        String more = "";
        do {
            Object page = api.call("GET", "parked?limit=200" + more).orElseThrow();
            Json.at(page, "items").ifPresent(list -> items.addAll((List<?>) list));
            Optional<Object> next = Json.at(page, "next");
            more = next.map(cursor -> "&cursor=" + cursor).orElse("");
        } while (!more.isEmpty());
        return items;
    }

    private static List<String> cells(Object item) {
        String error = Json.string(item, "error");
        boolean waits = Json.string(item, "waits").equals("true");
        return List.of(
                Json.string(item, "aggregate"),
                Json.string(item, "type").replaceFirst("^io\\.moorage\\.", ""),
                waits ? "waits for an earlier one" : error.substring(error.lastIndexOf('.') + 1),
                Json.string(item, "tries"),
                ago(Json.string(item, "parkedAt")),
                waits ? "" : in(Json.string(item, "nextTryAt")),
                Json.string(item, "id"));
    }

    private static String ago(String time) {
        return text(Duration.between(Instant.parse(time), Instant.now())) + " ago";
    }

    private static String in(String time) {
        Duration left = Duration.between(Instant.now(), Instant.parse(time));
        return left.isNegative() ? "now" : "in " + text(left);
    }

    private static String text(Duration duration) {
        if (duration.toHours() >= 48) {
            return duration.toDays() + " d";
        }
        if (duration.toMinutes() >= 120) {
            return duration.toHours() + " h";
        }
        return duration.toSeconds() >= 120 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    private void table(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(HEADINGS));
        all.addAll(rows);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = all.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                line.append(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  ", row.get(i)));
            }
            console.line(line.toString().stripTrailing());
        }
    }
}

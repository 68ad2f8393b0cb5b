package io.moorage.launcher;

import java.util.List;
import java.util.Locale;

/** Has services check their logs: events edited, removed or reordered, ends cut off. */
final class Verify {
    private final Setup setup;
    private final Console console;

    Verify(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
    }

    /** Whether every log is what was written. */
    boolean run(List<String> services) {
        boolean intact = true;
        for (String service : services.isEmpty() ? Parts.SERVICES : services) {
            intact &= verify(service);
        }
        return intact;
    }

    private boolean verify(String service) {
        long begin = System.nanoTime();
        try (ServiceApi api = ServiceApi.of(setup, service)) {
            Object report = api.call("POST", "verification").orElseThrow();
            double seconds = (System.nanoTime() - begin) / 1e9;
            String found = Json.string(report, "found");
            console.line(String.format(
                    Locale.ROOT,
                    "%s: %s events of %s aggregates checked in %.1f s, %s",
                    service,
                    Json.string(report, "events"),
                    Json.string(report, "aggregates"),
                    seconds,
                    found.equals("0")
                            ? "all as they were written"
                            : found + (found.equals("1") ? " finding" : " findings")));
            Json.at(report, "findings").ifPresent(findings -> ((List<?>) findings).forEach(this::print));
            return found.equals("0");
        }
    }

    private void print(Object finding) {
        console.line("  " + Json.string(finding, "aggregate") + " event " + Json.string(finding, "n") + ": "
                + Json.string(finding, "what"));
    }
}

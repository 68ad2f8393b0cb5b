package io.moorage.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long and how often to measure.
 *
 * @param names the benchmarks to run; all if none is named
 * @param pairs how often each side is measured
 * @param slice how long each measurement takes
 * @param clients how many spread commands over aggregates, one contest after the other
 * @param aggregates how many exist before commands are spread over them
 * @param events how many a log has before it is read again
 * @param root the checkout, where the services' jars are
 * @param report where the figures go, as JSON
 */
record Settings(
        List<String> names,
        int pairs,
        Duration slice,
        List<Integer> clients,
        int aggregates,
        int events,
        Path root,
        Path report) {
    private static final int PAIRS = 5;

    static Settings parse(String... words) {
        var read = new Reading();
        for (String word : words) read.take(word);
        return new Settings(
                List.copyOf(read.names),
                read.pairs,
                read.slice,
                read.clients,
                read.aggregates,
                read.events,
                read.root,
                read.report);
    }

    private static final class Reading {
        final List<String> names = new ArrayList<>();
        int pairs = PAIRS;
        Duration slice = Duration.ofSeconds(3);
        List<Integer> clients = List.of(8, 16);
        int aggregates = 20_000;
        int events = 500_000;
        Path root = Path.of("").toAbsolutePath();
        Path report = Path.of("bench.json").toAbsolutePath();

        void take(String word) {
            if (word.equals("--quick")) quick();
            else if (!word.startsWith("--")) names.add(word.toUpperCase(java.util.Locale.ROOT));
            else option(word);
        }

        private void quick() {
            pairs = 1;
            slice = Duration.ofMillis(500);
            aggregates = 1_000;
            events = 20_000;
        }

        private void option(String word) {
            String[] parts = word.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            Consumer<String> known = switch (parts[0]) {
                case "--pairs" -> text -> pairs = Integer.parseInt(text);
                case "--seconds" -> text -> slice = Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
                case "--clients" ->
                    text -> clients =
                            Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
                case "--aggregates" -> text -> aggregates = Integer.parseInt(text);
                case "--events" -> text -> events = Integer.parseInt(text);
                case "--root" -> text -> root = Path.of(text).toAbsolutePath();
                case "--report" -> text -> report = Path.of(text).toAbsolutePath();
                default ->
                    throw new IllegalArgumentException("Unknown option " + word + "; there are "
                            + List.of(
                                    "--quick",
                                    "--pairs=",
                                    "--seconds=",
                                    "--aggregates=",
                                    "--events=",
                                    "--root=",
                                    "--report="));
            };
            known.accept(value);
        }
    }
}

package io.moorage.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** How soon work went on after each kill in one window. */
final class Recoveries {
    private static final Path FILE = Path.of("target/recoveries.txt");

    private final String window;
    private final List<Long> sinceBack = new ArrayList<>();
    private final List<Long> sinceKill = new ArrayList<>();

    Recoveries(String window) {
        this.window = window;
    }

    /**
     * @param back milliseconds from the restart to the first effect a client saw
     * @param kill the same from the kill
     */
    void add(long back, long kill) {
        sinceBack.add(back);
        sinceKill.add(kill);
    }

    long slowest() {
        return sinceBack.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** @param undisturbedStart what a start takes while nobody asks for anything, in milliseconds */
    void report(long undisturbedStart) throws IOException {
        String line =
                "%s: %d kills, seed %d; from restart p50 %d ms, max %d ms; from kill p50 %d ms, max %d ms; an undisturbed start %d ms%n"
                        .formatted(
                                window,
                                sinceBack.size(),
                                Scale.SEED,
                                median(sinceBack),
                                slowest(),
                                median(sinceKill),
                                sinceKill.stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0),
                                undisturbedStart);
        Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

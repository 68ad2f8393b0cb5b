package io.moorage.launcher;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ends parts from the outside in: the door first, then what stands behind it, the stores last. */
final class Stopper {
    /** Whoever ends for the first time also writes the archive of its classes. */
    private static final long PATIENCE_MS = 60_000;

    private final Running running;
    private final Console console;

    Stopper(Home home, Console console) {
        this.running = new Running(home);
        this.console = console;
    }

    /** Stops everything recorded, and leaves no trace of it. */
    void stopAll() {
        List<String> parts = running.recorded();
        for (int ring = 0; ring <= 2; ring++) {
            int current = ring;
            List<String> together =
                    parts.stream().filter(part -> ring(part) == current).toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                together.forEach(part -> threads.submit(() -> stop(part)));
            }
        }
        running.forgetAll();
    }

    /** Asks a part to end, and ends it the hard way if it doesn't. */
    void stop(String part) {
        long begin = System.nanoTime();
        running.process(part).ifPresent(process -> {
            running.markStopped(part);
            // PostgreSQL waits for its clients on TERM, and sends them away on INT.
            process.signal(part.equals("postgres") ? "INT" : "TERM");
            boolean gone = process.goneWithin(PATIENCE_MS);
            if (!gone) {
                process.signal("KILL");
                process.goneWithin(PATIENCE_MS);
            }
            console.part(gone, part, gone ? "stopped" : "killed", (System.nanoTime() - begin) / 1_000_000, "");
        });
    }

    static int ring(String part) {
        if (part.startsWith("gateway")) {
            return 0;
        }
        return part.equals("postgres") || part.equals("kafka") ? 2 : 1;
    }
}

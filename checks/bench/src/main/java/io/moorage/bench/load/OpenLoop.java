package io.moorage.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Work that begins by the clock, whether what began before is done or not. */
public final class OpenLoop {
    private OpenLoop() {}

    /** One of the things to do, by its number in the run. */
    public interface Work {
        void begin(int number) throws Exception;
    }

    /**
     * Returns when all that was begun is done.
     *
     * @return how many were begun
     */
    public static int run(double perSecond, Duration time, Work work) throws Exception {
        int count = (int) Math.max(1, Math.round(perSecond * time.toNanos() / 1e9));
        long begin = System.nanoTime();
        List<Future<?>> begun = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = begin + Math.round(i / perSecond * 1e9);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
                    LockSupport.parkNanos(wait);
                begun.add(threads.submit(() -> {
                    work.begin(number);
                    return number;
                }));
            }
        }
        for (Future<?> each : begun) each.get();
        return count;
    }
}

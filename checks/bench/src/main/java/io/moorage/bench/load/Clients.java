package io.moorage.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after the other: the next when the last was answered. */
public final class Clients {
    private static final SplittableRandom SEEDS = new SplittableRandom(20261120);

    private Clients() {}

    /** What a client does again and again. */
    public interface Work {
        void once(int client, SplittableRandom random) throws Exception;
    }

    /** @throws Exception what a client's work threw: a benchmark with failures has no figure */
    public static Load run(int clients, Duration time, Work work) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Future<Log>> running = new ArrayList<>();
        // Virtual threads, as the services answer requests on.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int client = i;
                SplittableRandom random = SEEDS.split();
                running.add(threads.submit(() -> work(client, random, end, work)));
            }
        }
        return load(running, begin, end);
    }

    private static Log work(int client, SplittableRandom random, long end, Work work) throws Exception {
        Log log = new Log(new Latencies(), new Latencies());
        long before = System.nanoTime();
        while (before - end < 0) {
            work.once(client, random);
            long after = System.nanoTime();
            log.durations.add(after - before);
            log.answers.add(after);
            before = after;
        }
        return log;
    }

    private static Load load(List<Future<Log>> running, long begin, long end) throws Exception {
        Latencies durations = new Latencies();
        Latencies answers = new Latencies();
        for (Future<Log> each : running) {
            try {
                durations.addAll(each.get().durations);
                answers.addAll(each.get().answers);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A client failed", e.getCause());
            }
        }
        long counted = 0;
        long gap = 0;
        long last = begin;
        for (long answer : answers.sorted()) {
            if (answer - end > 0) break;
            counted++;
            gap = Math.max(gap, answer - last);
            last = answer;
        }
        gap = Math.max(gap, end - last);
        return new Load(answers.count(), counted, (end - begin) / 1e9, durations, Latencies.milliseconds(gap));
    }

    /** @param answers when each was answered, by the clock of {@link System#nanoTime} */
    private record Log(Latencies durations, Latencies answers) {}
}

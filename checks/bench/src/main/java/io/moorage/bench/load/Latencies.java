package io.moorage.bench.load;

import java.util.Arrays;

/** Durations of a run, in nanoseconds. */
public final class Latencies {
    private long[] values = new long[1024];
    private int count;

    public void add(long nanos) {
        if (count == values.length) values = Arrays.copyOf(values, count * 2);
        values[count++] = nanos;
    }

    public void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) add(others.values[i]);
    }

    public int count() {
        return count;
    }

    /** In milliseconds, with two decimals; not a number if there are none. */
    public double percentile(double percent) {
        if (count == 0) return Double.NaN;
        long[] sorted = sorted();
        int index = (int) Math.ceil(percent / 100 * count) - 1;
        return milliseconds(sorted[Math.max(0, index)]);
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    static double milliseconds(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}

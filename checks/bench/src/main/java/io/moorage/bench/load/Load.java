package io.moorage.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What closed-loop clients achieved.
 *
 * @param acknowledged all that was answered, also after the time was over
 * @param counted what was answered within the time
 * @param longestGap between two answers within the time, whoever got them, in milliseconds: a stall shows here
 */
public record Load(long acknowledged, long counted, double seconds, Latencies latencies, double longestGap) {

    /** As answers a second. */
    public Sample sample() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("p50Ms", latencies.percentile(50));
        details.put("p99Ms", latencies.percentile(99));
        details.put("maxMs", latencies.percentile(100));
        details.put("longestGapMs", longestGap);
        return new Sample(counted / seconds, details);
    }
}

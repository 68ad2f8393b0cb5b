package io.moorage.bench.load;

import java.util.Map;

/**
 * One measurement of one side.
 *
 * @param details what else was seen, as latencies in milliseconds
 */
public record Sample(double value, Map<String, Object> details) {}

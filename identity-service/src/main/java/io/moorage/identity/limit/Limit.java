package io.moorage.identity.limit;

import java.time.Duration;

/**
 * How often something may be done: so many times at once, then again as the time passes, evenly.
 *
 * @param times in a row
 * @param per after which all of them may be done anew
 */
public record Limit(int times, Duration per) {
    public Limit {
        if (times < 1 || per.isZero() || per.isNegative())
            throw new IllegalArgumentException("A limit is a number of times per time, as 5/PT1H");
    }

    /** From {@code 5/PT1H}. */
    public static Limit of(String text) {
        String[] parts = text.strip().split("/", 2);
        if (parts.length < 2) throw new IllegalArgumentException("A limit is written as 5/PT1H, and not " + text);
        return new Limit(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
    }

    /** What doing it once takes away. */
    Duration share() {
        return per.dividedBy(times);
    }
}

package io.moorage.simulators.machine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long machines take for anything, where no test has ordered otherwise. */
public record Pace(long leastMs, long mostMs) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    /** From seconds, such as {@code 5-15}, {@code 8}, or {@code 0} for at once. */
    public static Pace of(String seconds) {
        Matcher matcher = FORM.matcher(seconds.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + seconds + "' is no number of seconds and no range such as 5-15.");
        }
        long least = Long.parseLong(matcher.group(1)) * 1000;
        long most = matcher.group(2) == null ? least : Long.parseLong(matcher.group(2)) * 1000;
        if (most < least) {
            throw new IllegalArgumentException("The range '" + seconds + "' ends before it begins.");
        }
        return new Pace(least, most);
    }

    long draw() {
        return ThreadLocalRandom.current().nextLong(leastMs, mostMs + 1);
    }
}

package io.moorage.simulators.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is to go: what a test has ordered, and the good case where it has ordered nothing.
 *
 * @param seconds how long it takes
 * @param fail the code with which it fails, without effect
 * @param recoversAfter seconds after that failure in which it is carried out all the same, and reports success
 * @param hang it stays running until it is cancelled
 * @param slowAnswersMs how long every answer about it takes
 * @param lie it reports success without effect
 * @param loseAnswer it is taken in, but whoever ordered it gets an error
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        @Nullable Double seconds,
        @Nullable String fail,
        @Nullable Double recoversAfter,
        @Nullable Boolean hang,
        @Nullable Long slowAnswersMs,
        @Nullable Boolean lie,
        @Nullable Boolean loseAnswer) {
    static final Behaviour GOOD = new Behaviour(null, null, null, null, null, null, null);
    private static final double LONGEST_SECONDS = 86_400;
    private static final long SLOWEST_MS = 120_000;

    boolean isPossible() {
        return isWithin(seconds, LONGEST_SECONDS)
                && isWithin(recoversAfter, LONGEST_SECONDS)
                && isWithin(slowAnswersMs, SLOWEST_MS)
                && (recoversAfter == null || fail != null)
                && (fail == null || fail.matches("[a-z][a-z0-9-]{0,59}"));
    }

    private static boolean isWithin(@Nullable Number value, double most) {
        return value == null || (value.doubleValue() >= 0 && value.doubleValue() <= most);
    }

    OptionalLong takesMs() {
        return seconds == null ? OptionalLong.empty() : OptionalLong.of(Math.round(seconds * 1000));
    }

    OptionalLong recoversAfterMs() {
        return recoversAfter == null ? OptionalLong.empty() : OptionalLong.of(Math.round(recoversAfter * 1000));
    }

    boolean hangs() {
        return Boolean.TRUE.equals(hang);
    }

    boolean lies() {
        return Boolean.TRUE.equals(lie);
    }

    boolean losesAnswer() {
        return Boolean.TRUE.equals(loseAnswer);
    }

    long answersAfterMs() {
        return slowAnswersMs == null ? 0 : slowAnswersMs;
    }
}

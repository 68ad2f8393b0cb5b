package io.moorage.account.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of an action, as its HTTP status tells. */
enum Outcome {
    SUCCEEDED("status < 400"),
    REFUSED("status between 400 and 499"),
    FAILED("status >= 500 and status <> 504"),
    /** It may have taken effect: no answer was seen, by the gateway (504) or because the gateway died. */
    UNKNOWN("(status is null or status = 504)");

    private static final int NO_ANSWER = 504;
    private final String condition;

    Outcome(String condition) {
        this.condition = condition;
    }

    /** Says the same in SQL. */
    String condition() {
        return condition;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> named(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }

    static Outcome of(@Nullable Integer status) {
        if (status == null || status == NO_ANSWER) return UNKNOWN;
        if (status < 400) return SUCCEEDED;
        return status < 500 ? REFUSED : FAILED;
    }
}

package io.moorage.inventory.action.driver;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an action ended. A driver answers the first three; that time is over is found by the worker alone. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    CANCELLED,
    TIMED_OUT;

    /** As the API, the log and the database spell it: {@code timed-out}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

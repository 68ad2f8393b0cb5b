package io.moorage.simulators.phone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with an operator. */
public enum Fault {
    NONE,
    /** It answers that it doesn't work, or not at all. */
    DOWN,
    /** It takes its time. */
    SLOW,
    /** It takes everything, nothing arrives, and nothing is reported. */
    LOST,
    /** It takes everything, nothing arrives, and it says so. */
    FAILED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws IllegalArgumentException for anything else. */
    @JsonCreator
    static Fault of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

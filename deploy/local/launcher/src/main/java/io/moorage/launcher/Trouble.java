package io.moorage.launcher;

import java.io.IOException;
import java.util.Locale;

/** A failure that its message explains fully: printed as it is, without a stack trace. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    Trouble(String text) {
        super(text);
        this.text = text;
    }

    Trouble(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /** What to print; empty if everything has been said already. */
    String text() {
        return text;
    }

    /** What an input or output error means to the person at the keyboard. */
    static Trouble of(String doing, IOException cause) {
        if (isDiskFull(String.valueOf(cause.getMessage()))) {
            return new Trouble(
                    "The disk is full (" + doing + "). Free some space, or move the data with MOORAGE_HOME.", cause);
        }
        return new Trouble("Failed: " + doing + ": " + cause.getMessage(), cause);
    }

    static boolean isDiskFull(String text) {
        return text.toLowerCase(Locale.ROOT).contains("no space left on device");
    }
}

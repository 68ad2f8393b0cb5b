package io.moorage.cli.command;

import java.util.Locale;

/** The form of data: aligned for people, the API's own, or for spreadsheets. */
public enum Output {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT); // as it is typed and completed
    }
}

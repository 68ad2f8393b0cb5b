package io.moorage.inventory.action.driver;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a server; all of it disrupts, so one at a time. */
public enum ActionType {
    POWER_ON,
    POWER_OFF,
    REBOOT,
    REINSTALL,
    RESCUE_ON,
    RESCUE_OFF;

    /** As the API, the log and the database spell it: {@code power-on}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ActionType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}

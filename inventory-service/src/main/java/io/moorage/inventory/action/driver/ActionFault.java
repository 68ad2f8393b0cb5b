package io.moorage.inventory.action.driver;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an action didn't succeed. The code is public; {@code problems/service} has a sentence for each. */
public enum ActionFault {
    /** The machine has no such ability, and repeating doesn't help. */
    NOT_SUPPORTED_BY_MACHINE,
    /** The machine tried and says that it failed. */
    MACHINE_FAILED,
    /** It didn't answer, whenever it was asked. */
    MACHINE_UNREACHABLE,
    /** It answered all the time, and didn't get done. */
    MACHINE_TOO_SLOW,
    /** It says that it is done, and its state says that it isn't. */
    MACHINE_CONTRADICTS_ITSELF,
    /** Nothing here can drive it. */
    MACHINE_NOT_CONNECTED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.moorage.identity.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a message comes: to read, or by a call that speaks it. */
public enum Channel {
    SMS,
    VOICE;

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** As {@code sms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.moorage.identity.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a factor; used counts where that uses it up, as with a recovery code. */
enum SecurityChange {
    ADDED,
    CHANGED,
    REMOVED,
    USED;

    static Optional<SecurityChange> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

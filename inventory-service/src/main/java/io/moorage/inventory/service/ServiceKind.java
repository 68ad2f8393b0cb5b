package io.moorage.inventory.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be rented. */
enum ServiceKind {
    HOSTING_PLAN,
    SERVER;

    static Optional<ServiceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** As the API spells it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.moorage.identity.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what somebody proves who they are; in events and interfaces as {@code recovery-codes}. */
public enum SecurityFactor {
    PHONE,
    TOTP,
    PASSKEY,
    RECOVERY_CODES,
    PASSWORD,
    EMAIL;

    public static Optional<SecurityFactor> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.moorage.keycloak.phone;

import java.time.Duration;

/** identity-service won't do it, and why, with its stable code. */
final class Refused extends Exception {

    static final String TOO_EARLY = "resend-too-early";

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration retryAfter;

    Refused(String code, Duration retryAfter) {
        super(code);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    String code() {
        return code;
    }

    /** The key of what a page says about it; its one value is how long to wait. */
    String message() {
        return switch (code) {
            case TOO_EARLY -> "moorageCodeTooEarly";
            case "too-many-codes" -> "moorageTooManyCodes";
            case "too-many-tries" -> "moorageTooManyTries";
            case "phone-number-invalid" -> "mooragePhoneInvalid";
            case "phone-number-refused" -> "mooragePhoneRefused";
            default -> "moorageNoOperator";
        };
    }

    Duration retryAfter() {
        return retryAfter;
    }
}

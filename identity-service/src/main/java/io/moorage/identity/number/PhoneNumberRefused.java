package io.moorage.identity.number;

import io.moorage.eventstore.Refusal;

/** No number at all, or one that no code is sent to. Says nothing of the number itself. */
public final class PhoneNumberRefused extends RuntimeException implements Refusal {
    private final String code;

    private PhoneNumberRefused(String code) {
        super(code);
        this.code = code;
    }

    static PhoneNumberRefused invalid() {
        return new PhoneNumberRefused("phone-number-invalid");
    }

    static PhoneNumberRefused refused() {
        return new PhoneNumberRefused("phone-number-refused");
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.RULE;
    }

    @Override
    public String pointer() {
        return "/number";
    }
}

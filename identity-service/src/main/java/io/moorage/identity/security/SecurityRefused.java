package io.moorage.identity.security;

import io.moorage.eventstore.Refusal;

/** A change to somebody's security that isn't made, and why. */
final class SecurityRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final String pointer;

    private SecurityRefused(String code, Kind kind, String pointer) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.pointer = pointer;
    }

    static SecurityRefused freshLogInRequired() {
        return new SecurityRefused("fresh-log-in-required", Kind.FORBIDDEN, "");
    }

    static SecurityRefused factorNotSetUp() {
        return new SecurityRefused("factor-not-set-up", Kind.RULE, "/preferred");
    }

    static SecurityRefused codeWrong() {
        return new SecurityRefused("code-wrong", Kind.RULE, "/code");
    }

    static SecurityRefused codeExpired() {
        return new SecurityRefused("code-expired", Kind.RULE, "/code");
    }

    static SecurityRefused notFound() {
        return new SecurityRefused("not-found", Kind.NOT_FOUND, "");
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String pointer() {
        return pointer;
    }
}

package io.moorage.identity.code;

import io.moorage.eventstore.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A code that isn't sent, or not looked at, and why. */
final class CodeRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final @Nullable Duration retryAfter;

    private CodeRefused(String code, Kind kind, @Nullable Duration retryAfter) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The last may still arrive. */
    static CodeRefused resendTooEarly(Duration wait) {
        return new CodeRefused("resend-too-early", Kind.CONFLICT, wait);
    }

    static CodeRefused tooManyCodes(Duration wait) {
        return new CodeRefused("too-many-codes", Kind.TOO_OFTEN, wait);
    }

    static CodeRefused tooManyTries(Duration wait) {
        return new CodeRefused("too-many-tries", Kind.TOO_OFTEN, wait);
    }

    /** A challenge is one user's, and for one number. */
    static CodeRefused challengeTaken() {
        return new CodeRefused("challenge-taken", Kind.CONFLICT, null);
    }

    static CodeRefused challengeUnknown() {
        return new CodeRefused("not-found", Kind.NOT_FOUND, null);
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
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

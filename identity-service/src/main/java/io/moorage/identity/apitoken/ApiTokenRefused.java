package io.moorage.identity.apitoken;

import io.moorage.eventstore.Refusal;

/** An API token that isn't created or found, and why. */
public final class ApiTokenRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;

    private ApiTokenRefused(String code, Kind kind) {
        super(code);
        this.code = code;
        this.kind = kind;
    }

    static ApiTokenRefused notYoursToGrant() {
        return new ApiTokenRefused("not-yours-to-grant", Kind.FORBIDDEN);
    }

    static ApiTokenRefused notFound() {
        return new ApiTokenRefused("not-found", Kind.NOT_FOUND);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.moorage.web;

/** The caller may not use an endpoint: not logged in, without an account yet, or without the permission. */
final class CallerRefused extends RuntimeException {
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int CONFLICT = 409;

    private final String code;
    private final int status;

    CallerRefused(String code, int status) {
        super(code);
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }
}

package io.moorage.web;

/** A request that can't be understood, answered with 400. */
public final class Malformed extends RuntimeException {
    private final String code;

    public Malformed(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}

package io.moorage.keycloak.internal;

import org.jspecify.annotations.Nullable;

/** A service gave no usable answer in time. The message never carries what was asked or answered. */
public final class Unavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        this(message, null);
    }

    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

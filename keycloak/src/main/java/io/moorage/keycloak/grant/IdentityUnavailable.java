package io.moorage.keycloak.grant;

import org.jspecify.annotations.Nullable;

/** identity-service gave no usable answer in time. The message never carries what was asked or answered. */
final class IdentityUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    IdentityUnavailable(String message) {
        this(message, null);
    }

    IdentityUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.moorage.keycloak.grant;

/** identity-service gave no usable answer in time. The message never carries what was asked or answered. */
final class IdentityUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    IdentityUnavailable(String message) {
        super(message);
    }

    IdentityUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.moorage.keycloak.grant;

/** identity-service knows no such API token, or not any more. */
final class TokenUnknown extends Exception {

    private static final long serialVersionUID = 1L;
}

package io.moorage.keycloak.grant;

/** identity-service says that the user may not act for the account, or that there is no such account. */
final class GrantRefused extends Exception {

    private static final long serialVersionUID = 1L;
}

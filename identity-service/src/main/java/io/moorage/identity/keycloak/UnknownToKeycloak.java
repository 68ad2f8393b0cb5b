package io.moorage.identity.keycloak;

import io.moorage.eventstore.Refusal;

/** Keycloak knows no such user, or no such thing of theirs. */
final class UnknownToKeycloak extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

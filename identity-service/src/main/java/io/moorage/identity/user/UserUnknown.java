package io.moorage.identity.user;

import io.moorage.eventstore.Refusal;

/** Nobody by that id was ever here, or their data is erased. */
final class UserUnknown extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

package io.moorage.account.profile;

import io.moorage.eventstore.Refusal;

/** The account is so new that its profile isn't filled yet. */
final class ProfileNotReady extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "account-being-prepared";
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

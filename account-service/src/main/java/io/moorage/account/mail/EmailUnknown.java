package io.moorage.account.mail;

import io.moorage.eventstore.Refusal;

/** The account has no such e-mail in its archive. */
final class EmailUnknown extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

package io.moorage.account.notice;

import io.moorage.eventstore.Refusal;

/** There is no such notice, or it is another account's. */
final class NoticeNotFound extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}

package io.moorage.billing.balance;

import io.moorage.eventstore.Refusal;

/** The account is so new that its wallet isn't open yet. */
final class WalletNotOpen extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "account-being-prepared";
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

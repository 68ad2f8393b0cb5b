package io.moorage.billing.balance;

import io.moorage.contracts.Money;

/**
 * One side of a booking.
 *
 * @param ledgerAccount where the money comes from or goes to, as {@code provider:sandbox} or {@code wallet:xx11111-mo}
 * @param amount always positive; the side says which way
 */
public record Entry(String ledgerAccount, Side side, Money amount) {

    public Entry {
        if (!amount.isPositive()) throw new IllegalArgumentException("An entry moves a positive amount: " + amount);
    }

    /** What a customer holds with us is our debt: a credit raises a wallet, a debit lowers it. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    static Entry debit(String ledgerAccount, Money amount) {
        return new Entry(ledgerAccount, Side.DEBIT, amount);
    }

    static Entry credit(String ledgerAccount, Money amount) {
        return new Entry(ledgerAccount, Side.CREDIT, amount);
    }
}

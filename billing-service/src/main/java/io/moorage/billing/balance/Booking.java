package io.moorage.billing.balance;

import io.moorage.billing.balance.Entry.Side;
import io.moorage.contracts.Money;
import java.util.List;

/**
 * A movement of money: entries whose debits equal their credits.
 *
 * @param kind {@code top-up} so far
 * @param reference what caused it, as the id of a top-up
 * @param method how it was paid
 */
public record Booking(String id, String kind, String reference, String method, List<Entry> entries) {

    /** @throws IllegalArgumentException if it doesn't balance, or mixes currencies */
    public Booking {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !sum(entries, Side.DEBIT).equals(sum(entries, Side.CREDIT)))
            throw new IllegalArgumentException("A booking's debits must equal its credits: " + entries);
    }

    private static Money sum(List<Entry> entries, Side side) {
        Money zero = Money.zero(entries.getFirst().amount().currency());
        return entries.stream()
                .filter(entry -> entry.side() == side)
                .map(Entry::amount)
                .reduce(zero, Money::plus);
    }

    /** What it adds to a ledger account that holds what we owe. */
    Money effectOn(String ledgerAccount) {
        Money zero = Money.zero(entries.getFirst().amount().currency());
        return entries.stream()
                .filter(entry -> entry.ledgerAccount().equals(ledgerAccount))
                .map(entry -> entry.side() == Side.CREDIT
                        ? entry.amount()
                        : entry.amount().negated())
                .reduce(zero, Money::plus);
    }
}

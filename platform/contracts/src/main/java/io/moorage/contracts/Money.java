package io.moorage.contracts;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in a currency, always with the currency's own number of decimals: 50 EUR is {@code 50.00}. In JSON
 * the amount is a string, since a JSON number loses digits in many clients.
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /** More digits than any sum a customer can owe; keeps hostile input from growing numbers. */
    private static final int MAXIMUM_DIGITS = 15;

    /** @throws IllegalArgumentException if the currency is unknown or the amount has too many decimals or digits */
    public Money {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.precision() - (long) amount.scale() > MAXIMUM_DIGITS
                || amount.stripTrailingZeros().scale() > decimals)
            throw new IllegalArgumentException("An amount in " + currency + " has at most " + decimals + " decimals");
        amount = amount.setScale(decimals);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** @throws IllegalArgumentException if the currencies differ: there is no order between euros and dollars */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(this + " and " + other + " differ in currency");
        return other;
    }
}

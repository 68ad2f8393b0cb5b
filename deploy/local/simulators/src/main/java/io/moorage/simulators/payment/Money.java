package io.moorage.simulators.payment;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** An amount as it stands in JSON: a decimal number as text, and an ISO 4217 currency. */
public record Money(String amount, String currency) {
    private static final int LONGEST = 15;

    /** This amount, if it is a positive number that its currency can express. */
    Optional<Money> valid() {
        if (amount == null
                || currency == null
                || amount.length() > LONGEST
                || !amount.matches("[0-9]+([.][0-9]{1,3})?")) {
            return Optional.empty();
        }
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            BigDecimal number = new BigDecimal(amount);
            boolean fits = number.signum() > 0 && number.stripTrailingZeros().scale() <= digits;
            return fits ? Optional.of(new Money(number.setScale(digits).toPlainString(), currency)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such currency
        }
    }

    /** As people of a language write it. */
    String shown(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(Currency.getInstance(currency).getDefaultFractionDigits());
        return format.format(new BigDecimal(amount));
    }
}

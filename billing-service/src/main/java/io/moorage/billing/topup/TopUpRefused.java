package io.moorage.billing.topup;

import io.moorage.contracts.Money;
import io.moorage.eventstore.Refusal;
import java.math.BigDecimal;

/** A top-up that can't be asked for, and why. */
public final class TopUpRefused extends RuntimeException implements Refusal {
    private final String code;
    private final Kind kind;
    private final String pointer;
    private final transient Object[] arguments;

    private TopUpRefused(String code, Kind kind, String pointer, Object... arguments) {
        super(code);
        this.code = code;
        this.kind = kind;
        this.pointer = pointer;
        this.arguments = arguments;
    }

    static TopUpRefused belowMinimum(String currency) {
        return new TopUpRefused(
                "amount-below-minimum", Kind.RULE, "/amount/amount", inCurrency(TopUp.MINIMUM, currency), currency);
    }

    static TopUpRefused aboveMaximum(String currency) {
        return new TopUpRefused(
                "amount-above-maximum", Kind.RULE, "/amount/amount", inCurrency(TopUp.MAXIMUM, currency), currency);
    }

    static TopUpRefused amountInvalid() {
        return new TopUpRefused("amount-invalid", Kind.RULE, "/amount/amount");
    }

    static TopUpRefused currencyNotSupported(String currency) {
        return new TopUpRefused("currency-not-supported", Kind.RULE, "/amount/currency", currency);
    }

    static TopUpRefused methodUnknown() {
        return new TopUpRefused("method-unknown", Kind.RULE, "/method");
    }

    static TopUpRefused notFound() {
        return new TopUpRefused("not-found", Kind.NOT_FOUND, "");
    }

    private static String inCurrency(BigDecimal amount, String currency) {
        return new Money(amount, currency).amount().toPlainString();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Object[] arguments() {
        return arguments.clone();
    }

    @Override
    public String pointer() {
        return pointer;
    }
}

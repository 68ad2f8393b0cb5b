package io.moorage.simulators.payment;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the merchant is told. Its body never changes, however often it is sent.
 *
 * @param reference the merchant's own reference of the checkout
 */
public record Event(String id, String type, String createdAt, String checkout, String reference, Payment payment) {
    static final String PAID = "payment.paid";
    static final String FAILED = "payment.failed";

    /** One try to pay; {@code paidAt} is absent where no money moved. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Payment(String reference, Money amount, String paidAt) {}
}

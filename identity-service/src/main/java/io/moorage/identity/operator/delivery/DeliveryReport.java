package io.moorage.identity.operator.delivery;

/** What an operator says of a message that it took. */
public record DeliveryReport(String reference, State state) {

    /** On its way, arrived (a call was answered and ended), or given up. */
    public enum State {
        UNDER_WAY,
        DELIVERED,
        FAILED
    }
}

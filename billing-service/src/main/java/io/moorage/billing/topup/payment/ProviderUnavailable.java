package io.moorage.billing.topup.payment;

/** A payment provider doesn't answer, or not as documented. What was asked of it is asked again later. */
public final class ProviderUnavailable extends RuntimeException {
    public ProviderUnavailable(String message) {
        super(message);
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

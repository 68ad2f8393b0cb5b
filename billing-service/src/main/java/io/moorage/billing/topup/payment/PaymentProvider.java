package io.moorage.billing.topup.payment;

import io.moorage.contracts.Money;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/** Takes money on our behalf, on pages of its own: no card number ever comes near us. */
public interface PaymentProvider {

    /** The name of the method in requests, events and the address of its webhook, as {@code sandbox}. */
    String method();

    /**
     * Opens a page to pay on. Asked twice for the same top-up, the answer is the same page.
     *
     * @return the page's address
     * @throws ProviderUnavailable if the provider doesn't answer as documented; ask again later
     */
    String openCheckout(CheckoutRequest request);

    /**
     * Translates what the provider reports into our words, once its origin is proven.
     *
     * @throws WebhookForged if the report isn't the provider's
     */
    Notice read(HttpHeaders headers, byte[] body);

    /** @param returnUrl where the customer goes on after paying, or not paying */
    record CheckoutRequest(String topUpId, Money amount, String returnUrl) {}

    /** What a provider reports. */
    sealed interface Notice {

        /** @param reference the provider's name for the payment: the same reference is the same payment */
        record Paid(String topUpId, String reference, Money amount, Instant at) implements Notice {}

        record Failed(String topUpId, String reason, Instant at) implements Notice {}

        /** Money that we can't place: authentic, but not as documented. Kept as it was reported. */
        record Unreadable(String reference, String report) implements Notice {}

        record Irrelevant() implements Notice {}
    }
}

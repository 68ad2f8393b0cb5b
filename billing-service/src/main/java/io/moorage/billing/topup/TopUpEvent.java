package io.moorage.billing.topup;

import io.moorage.contracts.Money;
import java.time.Instant;

/** Everything that can have happened to a top-up; stored, and private to this service. */
public sealed interface TopUpEvent {
    String topUpId();

    String account();

    record TopUpRequested(String topUpId, String account, Money amount, String method, Instant at)
            implements TopUpEvent {}

    record TopUpCheckoutOpened(String topUpId, String account, String url) implements TopUpEvent {}

    /** The provider reported money. Always recorded, before it is judged. */
    record TopUpPaymentReceived(String topUpId, String account, String reference, Money amount, Instant at)
            implements TopUpEvent {}

    record TopUpCompleted(String topUpId, String account, Money amount, String method, String reference, Instant at)
            implements TopUpEvent {}

    /** @param reason why the payment doesn't fit: {@code late}, {@code second}, {@code amount} or {@code currency} */
    record TopUpNeedsReview(
            String topUpId, String account, String method, String reference, Money received, String reason, Instant at)
            implements TopUpEvent {}

    record TopUpFailed(String topUpId, String account, String reason, Instant at) implements TopUpEvent {}

    record TopUpExpired(String topUpId, String account, Instant at) implements TopUpEvent {}
}

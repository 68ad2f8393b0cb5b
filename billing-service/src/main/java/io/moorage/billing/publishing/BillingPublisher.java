package io.moorage.billing.publishing;

import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.billing.topup.TopUpEvent;
import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.billing.BalanceChanged;
import io.moorage.contracts.billing.TopUpCheckoutOpened;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.contracts.billing.TopUpNeedsReview;
import io.moorage.messaging.PublishedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. */
@Component
class BillingPublisher implements PublishedEvents {

    @Override
    public String service() {
        return "billing";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case TopUpEvent.TopUpCheckoutOpened e -> new TopUpCheckoutOpened(e.topUpId(), e.account());
            case TopUpEvent.TopUpCompleted e ->
                new TopUpCompleted(e.topUpId(), e.account(), e.amount(), e.method(), e.reference());
            case TopUpEvent.TopUpFailed e -> new TopUpFailed(e.topUpId(), e.account(), e.reason());
            case TopUpEvent.TopUpExpired e -> new TopUpExpired(e.topUpId(), e.account());
            case TopUpEvent.TopUpNeedsReview e ->
                new TopUpNeedsReview(e.topUpId(), e.account(), e.reference(), e.received(), e.reason());
            case WalletBooked e ->
                new BalanceChanged(
                        e.account(),
                        e.balance(),
                        e.change(),
                        e.booking().kind(),
                        e.booking().reference());
            default -> null;
        };
    }
}

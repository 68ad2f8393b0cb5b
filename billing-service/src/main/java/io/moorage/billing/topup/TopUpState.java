package io.moorage.billing.topup;

import io.moorage.billing.topup.TopUpEvent.TopUpCheckoutOpened;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.billing.topup.TopUpEvent.TopUpExpired;
import io.moorage.billing.topup.TopUpEvent.TopUpFailed;
import io.moorage.billing.topup.TopUpEvent.TopUpNeedsReview;
import java.util.Locale;
import java.util.Map;

/** Where a top-up stands. An event that isn't in a state's row can't happen in it, or leaves it as it is. */
public enum TopUpState {
    REQUESTED,
    PENDING,
    COMPLETED,
    FAILED,
    EXPIRED,
    REVIEW;

    private static final Map<TopUpState, Map<Class<? extends TopUpEvent>, TopUpState>> TABLE = Map.of(
            REQUESTED,
                    Map.of(
                            TopUpCheckoutOpened.class, PENDING,
                            TopUpCompleted.class, COMPLETED,
                            TopUpFailed.class, FAILED,
                            TopUpExpired.class, EXPIRED,
                            TopUpNeedsReview.class, REVIEW),
            PENDING,
                    Map.of(
                            TopUpCompleted.class, COMPLETED,
                            TopUpFailed.class, FAILED,
                            TopUpExpired.class, EXPIRED,
                            TopUpNeedsReview.class, REVIEW),
            COMPLETED, Map.of(), // a second payment is a case of its own; the top-up stays completed
            FAILED, Map.of(TopUpNeedsReview.class, REVIEW),
            EXPIRED, Map.of(TopUpNeedsReview.class, REVIEW),
            REVIEW, Map.of());

    TopUpState after(TopUpEvent event) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(event.getClass(), this);
    }

    /** Whether it can still be paid as asked. */
    boolean isOpen() {
        return this == REQUESTED || this == PENDING;
    }

    /** As the API and the database spell it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

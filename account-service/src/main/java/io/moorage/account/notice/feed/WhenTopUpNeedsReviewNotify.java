package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.billing.TopUpNeedsReview;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Money has arrived that doesn't fit its top-up, and a person looks at it. Each such payment is told. */
@Component
class WhenTopUpNeedsReviewNotify implements Subscription<TopUpNeedsReview> {
    private final Notices notices;

    WhenTopUpNeedsReviewNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(TopUpNeedsReview event) {
        notices.aboutTopUp(
                NoticeCode.TOP_UP_REVIEW,
                event.account(),
                event.topUpId(),
                event.received().toString(),
                event.providerReference());
    }
}

package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** The money of a top-up is there. */
@Component
class WhenTopUpCompletedNotify implements Subscription<TopUpCompleted> {
    private final Notices notices;

    WhenTopUpCompletedNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(TopUpCompleted event) {
        notices.aboutTopUp(
                NoticeCode.TOP_UP_COMPLETED,
                event.account(),
                event.topUpId(),
                event.amount().toString());
    }
}

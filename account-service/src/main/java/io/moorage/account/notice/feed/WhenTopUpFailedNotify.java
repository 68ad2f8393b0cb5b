package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** A top-up will not be paid. The provider's reason is its own and is not shown. */
@Component
class WhenTopUpFailedNotify implements Subscription<TopUpFailed> {
    private final Notices notices;

    WhenTopUpFailedNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(TopUpFailed event) {
        notices.aboutTopUp(NoticeCode.TOP_UP_FAILED, event.account(), event.topUpId());
    }
}

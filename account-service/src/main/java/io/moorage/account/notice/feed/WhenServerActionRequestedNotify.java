package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.inventory.ServerActionRequested;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Work on a server is under way. */
@Component
class WhenServerActionRequestedNotify implements Subscription<ServerActionRequested> {
    private final Notices notices;

    WhenServerActionRequestedNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(ServerActionRequested event) {
        notices.aboutAction(
                NoticeCode.SERVER_ACTION_REQUESTED, event.account(), event.actionId(), event.type(), event.server());
    }
}

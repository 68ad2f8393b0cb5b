package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.inventory.ServerActionFinished;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/**
 * Work on a server has ended, one way or the other. Told to the account that it was done for and to no other, however
 * many hold a role on the server.
 */
@Component
class WhenServerActionFinishedNotify implements Subscription<ServerActionFinished> {
    private final Notices notices;

    WhenServerActionFinishedNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(ServerActionFinished event) {
        NoticeCode code = NoticeCode.of("server-action-" + event.outcome()).orElseThrow(); // parked until we know it
        notices.aboutAction(code, event.account(), event.actionId(), event.type(), event.server());
    }
}

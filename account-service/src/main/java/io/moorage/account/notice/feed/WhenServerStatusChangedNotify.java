package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import io.moorage.contracts.inventory.ServerStatusChanged;
import io.moorage.messaging.Subscription;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A server is suspended, or its payment overdue, or all is well again. Which of them is news, its matter knows. */
@Component
class WhenServerStatusChangedNotify implements Subscription<ServerStatusChanged> {
    private final Notices notices;

    WhenServerStatusChangedNotify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void on(ServerStatusChanged event) {
        codeOf(event).ifPresent(code -> notices.aboutServer(code, event.account(), event.server()));
    }

    private static Optional<NoticeCode> codeOf(ServerStatusChanged event) {
        if (event.status().equals("suspended")) return Optional.of(NoticeCode.SERVER_SUSPENDED);
        if (!event.status().equals("active")) return Optional.empty(); // whoever cancels a server knows
        return Optional.of(event.payment().equals("overdue") ? NoticeCode.SERVER_OVERDUE : NoticeCode.SERVER_IN_ORDER);
    }
}

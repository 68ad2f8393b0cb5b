package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.contracts.identity.EmailChanged;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** A user's e-mail address changed. */
@Component
class WhenEmailChangedNotify implements Subscription<EmailChanged> {
    private final SecurityNotices notices;

    WhenEmailChangedNotify(SecurityNotices notices) {
        this.notices = notices;
    }

    @Override
    public void on(EmailChanged event) {
        notices.add(NoticeCode.SECURITY_EMAIL_CHANGED, event.userId());
    }
}

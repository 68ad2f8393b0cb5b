package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.contracts.identity.PasswordChanged;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** A user chose another password. */
@Component
class WhenPasswordChangedNotify implements Subscription<PasswordChanged> {
    private final SecurityNotices notices;

    WhenPasswordChangedNotify(SecurityNotices notices) {
        this.notices = notices;
    }

    @Override
    public void on(PasswordChanged event) {
        notices.add(NoticeCode.SECURITY_PASSWORD_CHANGED, event.userId());
    }
}

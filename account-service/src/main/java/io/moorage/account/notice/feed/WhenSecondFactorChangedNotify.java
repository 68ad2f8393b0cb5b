package io.moorage.account.notice.feed;

import io.moorage.account.notice.NoticeCode;
import io.moorage.contracts.identity.SecondFactorChanged;
import io.moorage.messaging.Subscription;
import org.springframework.stereotype.Component;

/** A second factor was set up, changed, removed, or used up. */
@Component
class WhenSecondFactorChangedNotify implements Subscription<SecondFactorChanged> {
    private final SecurityNotices notices;

    WhenSecondFactorChangedNotify(SecurityNotices notices) {
        this.notices = notices;
    }

    @Override
    public void on(SecondFactorChanged event) {
        if (event.change().equals("used")) notices.add(NoticeCode.SECURITY_RECOVERY_CODE_USED, event.userId());
        else notices.add(code(event.change()), event.userId(), event.factor());
    }

    private static NoticeCode code(String change) {
        return NoticeCode.of("security-factor-" + change).orElseThrow(); // parked until we know it
    }
}

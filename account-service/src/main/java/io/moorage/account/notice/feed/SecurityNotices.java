package io.moorage.account.notice.feed;

import io.moorage.account.account.Accounts;
import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.Notices;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what concerns a user's security to their own account; who has none yet has just set it all up. */
@Component
class SecurityNotices {
    private final Notices notices;
    private final Accounts accounts;

    SecurityNotices(Notices notices, Accounts accounts) {
        this.notices = notices;
        this.accounts = accounts;
    }

    /** @param values what the code's text mentions, in its order */
    void add(NoticeCode code, String userId, String... values) {
        String account = accounts.ownedBy(Set.of(userId)).get(userId);
        if (account != null) notices.aboutSecurity(code, account, values);
    }
}

package io.moorage.account.publishing;

import io.moorage.account.account.AccountEvent;
import io.moorage.account.activity.ActivityEvent;
import io.moorage.account.notice.MatterEvent;
import io.moorage.account.notice.NoticeTexts;
import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.account.AccountOpened;
import io.moorage.contracts.account.ActivityCheckpointed;
import io.moorage.contracts.account.NotificationAdded;
import io.moorage.contracts.account.ProfileChanged;
import io.moorage.messaging.PublishedEvents;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored event in, public event out. */
@Component
class AccountPublisher implements PublishedEvents {
    private final NoticeTexts texts;

    AccountPublisher(NoticeTexts texts) {
        this.texts = texts;
    }

    @Override
    public String service() {
        return "account";
    }

    @Override
    public @Nullable PublicEvent publish(Object stored) {
        return switch (stored) {
            case AccountEvent.AccountOpened e -> new AccountOpened(e.account(), e.owner(), e.kind(), e.currency());
            case AccountEvent.ProfileChanged e -> new ProfileChanged(e.account(), e.fields());
            case ActivityEvent.ActivityCheckpointed e -> new ActivityCheckpointed(e.account(), e.entries(), e.hash());
            case MatterEvent.NoticeAdded e -> notification(e);
            default -> null;
        };
    }

    /** In both languages: which one the reader wants, the client knows. */
    private NotificationAdded notification(MatterEvent.NoticeAdded notice) {
        return new NotificationAdded(
                notice.noticeId(),
                notice.account(),
                notice.severity(),
                notice.code(),
                texts.of(notice, Locale.ENGLISH),
                texts.of(notice, Locale.FRENCH),
                notice.link(),
                notice.parameters().get("server"));
    }
}

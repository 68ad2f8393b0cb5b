package io.moorage.account.notice.email;

import io.moorage.account.mail.Mail;
import io.moorage.account.mail.MailRoom;
import io.moorage.account.notice.MatterEvent.NoticeAdded;
import io.moorage.account.notice.NoticeCode;
import io.moorage.account.notice.NoticeTexts;
import io.moorage.account.profile.Correspondents;
import io.moorage.account.profile.Correspondents.Correspondent;
import io.moorage.eventstore.Policy;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/**
 * Sends a notice by e-mail too where the account wants that, and always what concerns security, to where its profile
 * says. Once: the mail has the notice's id.
 */
@Policy
class WhenNoticeAddedSendMail {
    private final EmailPreferences preferences;
    private final Correspondents correspondents;
    private final NoticeTexts texts;
    private final MailRoom mails;

    WhenNoticeAddedSendMail(
            EmailPreferences preferences, Correspondents correspondents, NoticeTexts texts, MailRoom mails) {
        this.preferences = preferences;
        this.correspondents = correspondents;
        this.texts = texts;
        this.mails = mails;
    }

    @EventHandler
    void on(NoticeAdded event) {
        if (!isAboutSecurity(event) && !preferences.wants(event.account(), event.code())) return;
        correspondents.of(event.account()).ifPresent(to -> mails.send(mail(event, to)));
    }

    private static boolean isAboutSecurity(NoticeAdded event) {
        return NoticeCode.of(event.code()).filter(NoticeCode::isAboutSecurity).isPresent();
    }

    private Mail mail(NoticeAdded event, Correspondent to) {
        String text = texts.of(event, Locale.of(to.language()));
        return new Mail(
                "notice:" + event.noticeId(),
                event.account(),
                null,
                to.email(),
                to.language(),
                isAboutSecurity(event) ? "security" : "notice",
                Map.of("text", text, "link", event.link()),
                Map.of());
    }
}

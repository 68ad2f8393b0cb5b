package io.moorage.account.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that takes our mails, spoken to directly, since whether it has one must be known exactly. */
@Component
class SmtpServer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** About us rather than the mail: what we must log in with. */
    private static final Set<Integer> OURS = Set.of(530, 534, 535, 538);

    private final JavaMailSenderImpl settings;
    private final InternetAddress from;

    /** So that the log says it once. */
    private volatile boolean away;

    SmtpServer(JavaMailSenderImpl settings, @Value("${moorage.mail.from}") String from) throws MessagingException {
        this.settings = settings;
        this.from = new InternetAddress(from, true);
    }

    /** What became of a mail: the server has it, never takes it, doesn't take it now, or isn't there. */
    enum Answer {
        TAKEN,
        REFUSED,
        NOT_NOW,
        AWAY
    }

    Answer send(Outbox.Due mail, Letter letter) {
        try {
            Transport transport = settings.getSession().getTransport("smtp");
            try {
                if (!isConnected(transport)) return Answer.AWAY;
                MimeMessage message = message(mail, letter);
                transport.sendMessage(message, message.getAllRecipients());
                return Answer.TAKEN;
            } finally {
                leave(transport);
            }
        } catch (MessagingException e) {
            int code = code(e);
            LOG.warn("Mail {} is not taken: {} {}", mail.id(), e.getClass().getSimpleName(), code);
            return code / 100 == 5 && !OURS.contains(code) ? Answer.REFUSED : Answer.NOT_NOW;
        }
    }

    private boolean isConnected(Transport transport) {
        try {
            transport.connect(
                    settings.getHost(),
                    settings.getPort(),
                    givenOrNull(settings.getUsername()),
                    givenOrNull(settings.getPassword()));
            if (away) LOG.info("The mail server is back");
            away = false;
            return true;
        } catch (MessagingException e) {
            if (!away) LOG.warn("The mail server is away: {}", e.getMessage());
            away = true;
            return false;
        }
    }

    /** An empty name would be logged in with. */
    private static @Nullable String givenOrNull(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    /** Whatever happens here, the answer to the mail is known already. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server was not left in form", e);
        }
    }

    /** What the server said last about the mail or its recipient, without the text, which names the recipient. */
    private static int code(MessagingException failure) {
        for (@Nullable Exception each = failure; each instanceof MessagingException; each = next(each)) {
            if (each instanceof SMTPAddressFailedException refused) return refused.getReturnCode();
            if (each instanceof SMTPSendFailedException refused) return refused.getReturnCode();
        }
        return 0;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** Its id is the same however often it is sent, so that whoever gets it twice can tell. */
    private MimeMessage message(Outbox.Due mail, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(settings.getSession());
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(Instant.now()));
        message.setContentLanguage(new String[] {mail.language()});
        message.setHeader("Auto-Submitted", "auto-generated"); // no out-of-office answers (RFC 3834)
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        message.setHeader("Message-ID", "<" + stableId(mail.id()) + "@" + domain() + ">");
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static String stableId(String mailId) {
        return UUID.nameUUIDFromBytes(mailId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}

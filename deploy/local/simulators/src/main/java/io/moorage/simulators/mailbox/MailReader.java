package io.moorage.simulators.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** Takes a MIME message apart into what a reader sees. */
final class MailReader {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private MailReader() {}

    static Mail read(String to, Instant received, MimeMessage message) {
        try {
            MailReader reader = new MailReader();
            reader.take(message);
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new Mail(
                    to,
                    sender(message.getFrom()),
                    subject,
                    reader.text.toString(),
                    reader.html.toString(),
                    received.toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail to " + to + " can't be read", e);
        }
    }

    private static String sender(Address[] from) {
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? address.toUnicodeString() : from[0].toString();
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i));
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }
}

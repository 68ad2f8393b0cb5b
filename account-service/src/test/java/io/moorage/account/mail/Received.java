package io.moorage.account.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A mail as somebody's mail program shows it. */
record Received(String subject, String to, String messageId, String language, String text, String html) {

    static Received of(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Received(
                    message.getSubject(),
                    Arrays.toString(message.getAllRecipients()),
                    message.getMessageID(),
                    String.join(",", message.getContentLanguage()),
                    part(parts, 0, "text/plain"),
                    part(parts, 1, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Multipart parts, int index, String type) throws MessagingException, IOException {
        var part = parts.getBodyPart(index);
        if (!part.isMimeType(type)) throw new IllegalStateException("Part " + index + " is " + part.getContentType());
        byte[] bytes = part.getInputStream().readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}

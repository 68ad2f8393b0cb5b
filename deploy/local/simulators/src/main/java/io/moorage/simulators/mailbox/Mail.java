package io.moorage.simulators.mailbox;

import java.time.Instant;

/** One mail as it lies in one person's mailbox; {@code text} or {@code html} is empty where the mail has no such part. */
public record Mail(String to, String from, String subject, String text, String html, String at) {
    Instant received() {
        return Instant.parse(at);
    }
}

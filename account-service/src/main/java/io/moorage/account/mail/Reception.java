package io.moorage.account.mail;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes mails in: writes them, keeps their secrets apart, and puts them into the outbox. */
@Component
class Reception implements MailRoom {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    private final Templates templates;
    private final Seal seal;
    private final Outbox outbox;
    private final Clock clock;

    Reception(Templates templates, Seal seal, Outbox outbox, Clock clock) {
        this.templates = templates;
        this.seal = seal;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        Map<String, String> shown = new HashMap<>(mail.parameters());
        mail.secrets().keySet().forEach(name -> shown.put(name, Templates.BLANK));
        Map<String, String> whole = new HashMap<>(mail.parameters());
        whole.putAll(mail.secrets());
        post(
                new Envelope(mail.id(), mail.account(), mail.user(), mail.to(), mail.language()),
                templates.write(mail.template(), mail.language(), shown),
                templates.write(mail.template(), mail.language(), whole));
    }

    /** Takes a letter that somebody else wrote; the archive won't show where its links lead. */
    void send(Envelope envelope, Letter letter) {
        post(envelope, Links.blank(letter), letter);
    }

    private void post(Envelope envelope, Letter archived, Letter sent) {
        mailId(envelope.id());
        boolean sendable = Recipient.isAddress(envelope.to());
        byte[] sealed = sendable && !sent.equals(archived) ? seal.close(sent, envelope.id()) : null;
        outbox.add(
                new Outbox.Posting(
                        envelope.id(),
                        envelope.account(),
                        envelope.user(),
                        sendable ? envelope.to() : Recipient.shown(envelope.to()),
                        Templates.spoken(envelope.language()),
                        archived,
                        sealed,
                        sendable),
                clock.instant());
    }

    /** @throws IllegalArgumentException if it can't be the id of a mail */
    static String mailId(String text) {
        if (ID.matcher(text).matches()) return text;
        throw new IllegalArgumentException("Not an id of a mail");
    }

    /** Who gets a letter, and in whose archive it is found. */
    record Envelope(
            String id, @Nullable String account, @Nullable String user, String to, String language) {}
}

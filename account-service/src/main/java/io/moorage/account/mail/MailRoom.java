package io.moorage.account.mail;

/** Takes mails to send. */
public interface MailRoom {

    /**
     * Puts the mail into the outbox, in the caller's transaction; a mail with the same id is there once. An address that
     * can't be one doesn't fail the caller: the archive shows the mail as failed.
     *
     * @throws IllegalArgumentException if there is no such template, or a parameter that it needs is missing
     */
    void send(Mail mail);
}

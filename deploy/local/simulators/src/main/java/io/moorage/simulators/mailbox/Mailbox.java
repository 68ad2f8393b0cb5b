package io.moorage.simulators.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Everybody's mailbox: takes any mail over SMTP and keeps it in memory. */
public final class Mailbox implements AutoCloseable {
    private final GreenMail server;

    public Mailbox(String address, int smtpPort) {
        server = new GreenMail(new ServerSetup(smtpPort, address, ServerSetup.PROTOCOL_SMTP));
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** All mails to an address, or to anybody if it is empty; newest first. */
    public List<Mail> messages(String to) {
        List<Mail> mails = new ArrayList<>();
        Collection<GreenMailUser> users = server.getUserManager().listUser();
        for (GreenMailUser user : users) {
            if (to.isEmpty() || to.equalsIgnoreCase(user.getEmail())) {
                messages(user)
                        .forEach(message -> mails.add(MailReader.read(
                                user.getEmail(), message.getReceivedDate().toInstant(), message.getMimeMessage())));
            }
        }
        // Of two with the same time the later one in the box is newer.
        return mails.reversed().stream()
                .sorted(Comparator.comparing(Mail::received).reversed())
                .toList();
    }

    private List<StoredMessage> messages(GreenMailUser user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("The mailbox of " + user.getEmail() + " can't be read", e);
        }
    }
}

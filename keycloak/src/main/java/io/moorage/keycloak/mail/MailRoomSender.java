package io.moorage.keycloak.mail;

import io.moorage.keycloak.internal.Delivery;
import io.moorage.keycloak.internal.HandOver;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Takes what Keycloak would send, and hands it over. The realm's own mail settings don't count. */
final class MailRoomSender implements EmailSenderProvider {

    private final KeycloakSession session;
    private final HandOver handOver;

    MailRoomSender(KeycloakSession session, HandOver handOver) {
        this.session = session;
        this.handOver = handOver;
    }

    @Override
    public void send(Map<String, String> config, UserModel user, String subject, String text, String html)
            throws EmailException {
        send(user, user.getEmail(), subject, text, html);
    }

    @Override
    public void send(Map<String, String> config, String address, String subject, String text, String html)
            throws EmailException {
        send(pagesUser(), address, subject, text, html);
    }

    /** A mail to another than the user's own address, a new one for instance, is the user's all the same. */
    private @Nullable UserModel pagesUser() {
        AuthenticationSessionModel page = session.getContext().getAuthenticationSession();
        return page == null ? null : page.getAuthenticatedUser();
    }

    private void send(@Nullable UserModel user, @Nullable String address, String subject, String text, String html)
            throws EmailException {
        if (address == null || address.isBlank()) throw new EmailException("The user has no e-mail address");
        String language = session.getContext().resolveLocale(user).getLanguage();
        Letter letter = new Letter(user == null ? null : user.getId(), address, language, subject, text, html);
        String id = UUID.randomUUID().toString();
        handOver.take(new Delivery("Mail " + id, "PUT", "/internal/mails/" + id, letter));
    }

    @Override
    public void validate(Map<String, String> config) {
        // There is no configuration here: the mail room has the mail server's.
    }

    @Override
    public void close() {
        // Letters outlive the session that wrote them.
    }
}

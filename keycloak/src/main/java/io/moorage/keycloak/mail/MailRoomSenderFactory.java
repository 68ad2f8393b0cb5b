package io.moorage.keycloak.mail;

import io.moorage.keycloak.internal.HandOver;
import io.moorage.keycloak.internal.InternalService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Chosen when Keycloak is built: {@code --spi-email-sender--provider=moorage-mail-room}. */
public final class MailRoomSenderFactory implements EmailSenderProviderFactory {

    public static final String ID = "moorage-mail-room";

    private @Nullable InternalService mailRoom;
    private @Nullable HandOver handOver;

    @Override
    public void init(Config.Scope config) {
        mailRoom = InternalService.mailRoom();
        handOver = new HandOver(mailRoom);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing depends on the other providers.
    }

    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new MailRoomSender(session, Objects.requireNonNull(handOver));
    }

    @Override
    public void close() {
        if (handOver != null) handOver.close();
        if (mailRoom != null) mailRoom.close();
    }

    @Override
    public String getId() {
        return ID;
    }
}

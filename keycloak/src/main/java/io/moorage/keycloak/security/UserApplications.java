package io.moorage.keycloak.security;

import io.moorage.keycloak.grant.Consent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;

/** The applications that a user lets act for them, and by which consent. */
record UserApplications(KeycloakSession session, UserModel user) {

    /** @param consent its id: who takes it back and agrees anew gives another */
    record View(String client, String name, String consent, List<String> permissions, String since) {}

    List<View> view() {
        return UserConsentManager.getConsentsStream(session, realm(), user)
                .filter(given -> !Consent.isForOurs(given.getClient())) // a command line's, confirmed in a browser
                .map(this::view)
                .toList();
    }

    /** Its refresh tokens are good for nothing then; false where there was no consent. */
    boolean withdraw(String clientId) {
        ClientModel client = realm().getClientByClientId(clientId);
        return client != null
                && !Consent.isForOurs(client)
                && UserConsentManager.revokeConsentToClient(session, client, user);
    }

    private View view(UserConsentModel given) {
        ClientModel client = given.getClient();
        return new View(
                client.getClientId(),
                Objects.requireNonNullElse(client.getName(), client.getClientId()),
                Consent.id(given, user),
                Consent.permissions(given),
                Instant.ofEpochMilli(given.getCreatedDate()).toString());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}

package io.moorage.keycloak.realm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * At each start writes the portal's address and the mail server's port into the realm, if there is one yet. The
 * gateway's redirect and log-out addresses are relative to that one address. Variables that are not set change nothing.
 */
public final class FollowEnvironment implements ProviderEventListener {

    private static final String REALM = "moorage";
    private static final String GATEWAY = "moorage-gateway";

    private final Map<String, String> environment;

    public FollowEnvironment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started)
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), this::follow);
    }

    private void follow(KeycloakSession session) {
        RealmModel realm = session.realms().getRealmByName(REALM);
        if (realm == null) return;
        session.getContext().setRealm(realm);
        followPortal(realm.getClientByClientId(GATEWAY));
        followMail(realm);
    }

    private void followPortal(@Nullable ClientModel gateway) {
        String portal = environment.get("MOORAGE_PUBLIC_URL");
        if (gateway != null && portal != null && !portal.equals(gateway.getRootUrl())) gateway.setRootUrl(portal);
    }

    private void followMail(RealmModel realm) {
        String port = environment.get("MOORAGE_SMTP_PORT");
        if (port == null || port.equals(realm.getSmtpConfig().get("port"))) return;
        Map<String, String> mail = new HashMap<>(realm.getSmtpConfig());
        mail.put("port", port);
        realm.setSmtpConfig(mail);
    }
}

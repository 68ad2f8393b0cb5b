package io.moorage.keycloak.realm;

import java.util.List;
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
 * At each start writes the portal's address into the realm, if there is one yet. Redirect and log-out addresses of the
 * clients are relative to that one address. A variable that is not set changes nothing.
 */
public final class FollowEnvironment implements ProviderEventListener {

    private static final String REALM = "moorage";
    private static final List<String> CLIENTS = List.of("moorage-gateway", "moorage-cli", "moorage-mobile");

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
        for (String client : CLIENTS) followPortal(realm.getClientByClientId(client));
    }

    private void followPortal(@Nullable ClientModel client) {
        String portal = environment.get("MOORAGE_PUBLIC_URL");
        if (client != null && portal != null && !portal.equals(client.getRootUrl())) client.setRootUrl(portal);
    }
}

package io.moorage.keycloak.facts;

import io.moorage.keycloak.internal.InternalService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

public final class FactsListenerFactory implements EventListenerProviderFactory {

    /** Name under which the realm file refers to this listener. */
    public static final String ID = "moorage-facts";

    private @Nullable InternalService identity;
    private volatile @Nullable WaitingFacts waiting;
    private volatile @Nullable FactsCourier courier;

    @Override
    public void init(Config.Scope config) {
        identity = InternalService.identity();
    }

    /** Keycloak has its database by then, and serves nobody yet. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) start();
        });
    }

    private void start() {
        var facts = WaitingFacts.inKeycloaksDatabase();
        facts.makeTable();
        waiting = facts;
        courier = new FactsCourier(facts, Objects.requireNonNull(identity));
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new FactsListener(session, Objects.requireNonNull(waiting), Objects.requireNonNull(courier)::call);
    }

    @Override
    public void close() {
        if (courier != null) courier.close();
        if (identity != null) identity.close();
    }

    @Override
    public String getId() {
        return ID;
    }
}

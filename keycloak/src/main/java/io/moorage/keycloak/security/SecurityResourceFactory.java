package io.moorage.keycloak.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moorage.keycloak.Environment;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

public final class SecurityResourceFactory implements RealmResourceProviderFactory {

    /** The part of the path after the realm's. */
    static final String ID = "moorage";

    private byte[] bearer = {};

    @Override
    public void init(Config.Scope config) {
        bearer = ("Bearer " + Environment.internalSecret()).getBytes(UTF_8);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing depends on the other providers.
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new SecurityResource(session, bearer);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String getId() {
        return ID;
    }
}

package io.moorage.keycloak.grant;

import io.moorage.keycloak.internal.InternalService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;

/** Makes the grant of API tokens known to the token endpoint. */
public final class ApiTokenGrantTypeFactory implements OAuth2GrantTypeFactory {
    private @Nullable Grants grants;

    @Override
    public void init(Config.Scope config) {
        grants = new Grants(InternalService.identity());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new ApiTokenGrantType(Objects.requireNonNull(grants));
    }

    @Override
    public void close() {
        if (grants != null) grants.close();
    }

    @Override
    public String getId() {
        return "urn:moorage:params:oauth:grant-type:api-token";
    }

    /** Part of the tokens' ids; two signs, and no other grant's. */
    @Override
    public String getShortcut() {
        return "mo";
    }
}

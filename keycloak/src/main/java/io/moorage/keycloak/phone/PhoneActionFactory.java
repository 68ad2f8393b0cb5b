package io.moorage.keycloak.phone;

import io.moorage.keycloak.internal.InternalService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class PhoneActionFactory implements RequiredActionFactory {

    private @Nullable Codes codes;

    @Override
    public void init(Config.Scope config) {
        codes = new Codes(InternalService.identity());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing depends on the other providers.
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new PhoneAction(Objects.requireNonNull(codes));
    }

    @Override
    public void close() {
        if (codes != null) codes.close();
    }

    @Override
    public String getId() {
        return PhoneAction.ID;
    }

    @Override
    public String getDisplayText() {
        return "Mobile number";
    }
}

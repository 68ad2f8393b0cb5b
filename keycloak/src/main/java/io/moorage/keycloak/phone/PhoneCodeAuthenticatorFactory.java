package io.moorage.keycloak.phone;

import io.moorage.keycloak.internal.InternalService;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

public final class PhoneCodeAuthenticatorFactory implements AuthenticatorFactory {

    /** Name under which flows refer to this step. */
    public static final String ID = "moorage-phone-code";

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
    public Authenticator create(KeycloakSession session) {
        return new PhoneCodeAuthenticator(Objects.requireNonNull(codes));
    }

    @Override
    public void close() {
        if (codes != null) codes.close();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Moorage phone code";
    }

    @Override
    public String getReferenceCategory() {
        return PhoneCredential.TYPE;
    }

    @Override
    public String getHelpText() {
        return "A code by SMS or voice call to the user's verified number.";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}

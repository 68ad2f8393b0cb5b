package io.moorage.keycloak.phone;

import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells Keycloak of verified numbers as a kind of second factor. */
final class PhoneCredentialProvider implements CredentialProvider<PhoneCredential>, CredentialInputValidator {

    private final KeycloakSession session;

    PhoneCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return PhoneCredential.TYPE;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return PhoneCredential.TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type) && PhoneCredential.of(user).isPresent();
    }

    /** A code counts only for the page that asked for it, so there is nothing to validate apart from that page. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return false;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, PhoneCredential credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String id) {
        return user.credentialManager().removeStoredCredentialById(id);
    }

    @Override
    public PhoneCredential getCredentialFromModel(CredentialModel model) {
        return PhoneCredential.from(model);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(PhoneCredential.TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("moorage-phone-display-name")
                .helpText("moorage-phone-help-text")
                .iconCssClass("kcAuthenticatorOTPClass")
                .createAction(PhoneAction.ID)
                .removeable(true)
                .build(session);
    }
}

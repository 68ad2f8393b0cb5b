package io.moorage.keycloak.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moorage.keycloak.phone.PhoneCredential;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What protects a user, by the names that the platform uses, and Keycloak's type of credential for it. */
public enum Factor {
    PHONE("phone", PhoneCredential.TYPE),
    TOTP("totp", OTPCredentialModel.TYPE),
    PASSKEY("passkey", WebAuthnCredentialModel.TYPE_TWOFACTOR),
    RECOVERY_CODES("recovery-codes", RecoveryAuthnCodesCredentialModel.TYPE),
    PASSWORD("password", PasswordCredentialModel.TYPE),
    EMAIL("email", "");

    private final String label;
    private final String credentialType;

    Factor(String label, String credentialType) {
        this.label = label;
        this.credentialType = credentialType;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public String credentialType() {
        return credentialType;
    }

    public static Optional<Factor> ofCredential(@Nullable String type) {
        return Stream.of(values())
                .filter(factor -> factor.credentialType.equals(type) && !factor.credentialType.isEmpty())
                .findFirst();
    }

    public static Optional<Factor> named(@Nullable String label) {
        return Stream.of(values()).filter(factor -> factor.label.equals(label)).findFirst();
    }
}

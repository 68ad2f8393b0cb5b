package io.moorage.keycloak.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.keycloak.facts.Factor;
import io.moorage.keycloak.facts.Facts;
import io.moorage.keycloak.phone.PhoneCredential;
import io.moorage.keycloak.phone.PhoneNumber;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.util.JsonSerialization;

/** A user's second factors. Their order is the order of preference. */
record UserCredentials(KeycloakSession session, UserModel user) {

    private static final Set<Factor> PREFERABLE = Set.of(Factor.PHONE, Factor.TOTP, Factor.PASSKEY);

    record Phone(String id, PhoneNumber number, @Nullable String since) {}

    record Named(
            String id, @Nullable String label, @Nullable String since) {}

    record RecoveryCodes(String id, int left, @Nullable String since) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            @Nullable Phone phone,
            List<Named> totp,
            List<Named> passkeys,
            @Nullable RecoveryCodes recoveryCodes,
            @Nullable Factor preferred,
            @Nullable String email,
            boolean emailVerified) {}

    View view() {
        return new View(
                PhoneCredential.of(user)
                        .map(phone -> new Phone(phone.getId(), phone.number(), since(phone)))
                        .orElse(null),
                named(Factor.TOTP),
                named(Factor.PASSKEY),
                of(Factor.RECOVERY_CODES).stream()
                        .findFirst()
                        .map(UserCredentials::recoveryCodes)
                        .orElse(null),
                preferred().orElse(null),
                user.getEmail(),
                user.isEmailVerified());
    }

    void storePhone(PhoneNumber number) {
        boolean changed = PhoneCredential.store(user, number);
        event(EventType.UPDATE_CREDENTIAL, PhoneCredential.TYPE)
                .detail(Facts.CHANGE, changed ? "changed" : "added")
                .success();
    }

    /** Makes a factor the first that is asked for; false where the user has none of it. */
    boolean prefer(Factor factor) {
        Optional<CredentialModel> first =
                PREFERABLE.contains(factor) ? of(factor).stream().findFirst() : Optional.empty();
        return first.isPresent()
                && user.credentialManager().moveStoredCredentialTo(first.get().getId(), null);
    }

    /** The password stays: it is changed, never taken away. */
    boolean remove(String id) {
        CredentialModel found = user.credentialManager().getStoredCredentialById(id);
        Optional<Factor> factor = found == null ? Optional.empty() : Factor.ofCredential(found.getType());
        if (factor.isEmpty() || factor.get() == Factor.PASSWORD) return false;
        boolean removed = user.credentialManager().removeStoredCredentialById(id);
        if (removed)
            event(EventType.REMOVE_CREDENTIAL, factor.get().credentialType()).success();
        return removed;
    }

    /** Without an address: the browser's is not known here. */
    private EventBuilder event(EventType type, String credentialType) {
        return new EventBuilder(session.getContext().getRealm(), session)
                .event(type)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, credentialType);
    }

    private List<Named> named(Factor factor) {
        return of(factor).stream()
                .map(found -> new Named(found.getId(), found.getUserLabel(), since(found)))
                .toList();
    }

    private List<CredentialModel> of(Factor factor) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(factor.credentialType())
                .toList();
    }

    private Optional<Factor> preferred() {
        return user.credentialManager()
                .getStoredCredentialsStream()
                .map(found -> Factor.ofCredential(found.getType()))
                .flatMap(Optional::stream)
                .filter(PREFERABLE::contains)
                .findFirst();
    }

    private static RecoveryCodes recoveryCodes(CredentialModel stored) {
        try {
            RecoveryAuthnCodesCredentialData codes =
                    JsonSerialization.readValue(stored.getCredentialData(), RecoveryAuthnCodesCredentialData.class);
            return new RecoveryCodes(stored.getId(), codes.getRemainingCodes(), since(stored));
        } catch (IOException e) {
            throw new IllegalStateException("The credential " + stored.getId() + " can't be read", e);
        }
    }

    private static @Nullable String since(CredentialModel stored) {
        Long created = stored.getCreatedDate();
        return created == null ? null : Instant.ofEpochMilli(created).toString();
    }
}

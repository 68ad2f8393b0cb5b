package io.moorage.identity.keycloak;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a user can confirm who they are, and where mails reach them.
 *
 * @param phone where codes go; null if nowhere
 * @param preferred {@code phone}, {@code totp} or {@code passkey}; null if they have no choice, or made none
 * @param email null if they have none
 */
public record UserSecurity(
        @Nullable Phone phone,
        List<Credential> totp,
        List<Credential> passkeys,
        @Nullable RecoveryCodes recoveryCodes,
        @Nullable String preferred,
        @Nullable String email,
        boolean emailVerified) {

    @Override
    public String toString() {
        return "UserSecurity"; // personal data stays out of logs
    }

    /** @param number in the form of E.164 */
    public record Phone(String id, String number, @Nullable Instant since) {
        @Override
        public String toString() {
            return "Phone " + id;
        }
    }

    /** @param label as the user named it */
    public record Credential(
            String id, @Nullable String label, @Nullable Instant since) {}

    /** @param left how many weren't used yet */
    public record RecoveryCodes(
            String id, int left, @Nullable Instant since) {}
}

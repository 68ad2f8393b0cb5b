package io.moorage.identity.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.identity.keycloak.UserSecurity;
import io.moorage.identity.number.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's security settings as shown.
 *
 * @param freshUntil until when changes are possible without another log-in; null if nobody knows
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Security")
record SecurityBody(
        @Nullable Phone phone,
        List<Credential> totp,
        List<Credential> passkeys,
        @Nullable RecoveryCodes recoveryCodes,

        @Schema(allowableValues = {"phone", "totp", "passkey"}) @Nullable
        String preferred,

        boolean emailVerified,
        @Nullable Instant freshUntil) {

    static SecurityBody of(UserSecurity security, @Nullable Instant freshUntil) {
        UserSecurity.Phone phone = security.phone();
        UserSecurity.RecoveryCodes codes = security.recoveryCodes();
        return new SecurityBody(
                phone == null ? null : new Phone(new PhoneNumber(phone.number()).masked(), phone.since()),
                credentials(security.totp()),
                credentials(security.passkeys()),
                codes == null ? null : new RecoveryCodes(codes.id(), codes.left(), codes.since()),
                security.preferred(),
                security.emailVerified(),
                freshUntil);
    }

    private static List<Credential> credentials(List<UserSecurity.Credential> all) {
        return all.stream()
                .map(each -> new Credential(each.id(), each.label(), each.since()))
                .toList();
    }

    /** @param number masked, but for the country and the last two digits */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecurityPhone")
    record Phone(String number, @Nullable Instant since) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecurityCredential")
    record Credential(
            String id, @Nullable String label, @Nullable Instant since) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecurityRecoveryCodes")
    record RecoveryCodes(String id, int left, @Nullable Instant since) {}
}

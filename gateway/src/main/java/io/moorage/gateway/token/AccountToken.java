package io.moorage.gateway.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What services are called with: says who acts for which account and may do what there.
 *
 * @param account handle, or null while the user's own account is not open yet
 */
public record AccountToken(String value, @Nullable String account, Set<String> permissions, Instant endsAt) {

    /** Reads a token that Keycloak has just handed over itself, so that its signature needs no check. */
    static AccountToken read(String value) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(value).getJWTClaimsSet();
            List<String> permissions = claims.getStringListClaim("permissions");
            return new AccountToken(
                    value,
                    claims.getStringClaim("account"),
                    permissions == null ? Set.of() : Set.copyOf(permissions),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException malformed) {
            throw new IllegalStateException("Keycloak handed over a token that cannot be read");
        }
    }

    public boolean mayReadBilling() {
        return permissions.contains("billing:read");
    }

    @Override
    public String toString() {
        return "AccountToken[account=" + account + ", endsAt=" + endsAt + "]";
    }
}

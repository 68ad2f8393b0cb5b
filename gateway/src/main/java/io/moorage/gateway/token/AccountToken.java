package io.moorage.gateway.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.moorage.contracts.revocation.Revocation;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What services are called with: says who acts for which account and may do what there.
 *
 * @param actor the user behind it
 * @param account handle, or null while the user's own account is not open yet
 * @param services the ones that the access is limited to; null where it isn't limited
 * @param restsOn what it ends with, besides the log-in: keys of revocations
 */
public record AccountToken(
        String value,
        Actor actor,
        @Nullable String account,
        Set<String> permissions,
        @Nullable Set<String> services,
        Set<String> restsOn,
        Instant endsAt) {

    /** Reads a token that Keycloak has just handed over itself, so that its signature needs no check. */
    static AccountToken read(String value) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(value).getJWTClaimsSet();
            List<String> permissions = claims.getStringListClaim("permissions");
            List<String> services = claims.getStringListClaim("services");
            return new AccountToken(
                    value,
                    new Actor(
                            text(claims, "sub"),
                            text(claims, "preferred_username"),
                            text(claims, "sid"),
                            Boolean.TRUE.equals(claims.getBooleanClaim("staff")) ? "staff" : ""),
                    claims.getStringClaim("account"),
                    permissions == null ? Set.of() : Set.copyOf(permissions),
                    services == null ? null : Set.copyOf(services),
                    restsOn(claims),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException malformed) {
            throw new IllegalStateException("Keycloak handed over a token that cannot be read");
        }
    }

    private static Set<String> restsOn(JWTClaimsSet claims) throws ParseException {
        Set<String> keys = new HashSet<>();
        String delegation = claims.getStringClaim("delegation_id");
        if (delegation != null) {
            long version = claims.getLongClaim("delegation_version");
            keys.add(Revocation.key(Revocation.DELEGATION, Revocation.delegationVersion(delegation, version)));
        }
        String apiToken = claims.getStringClaim("api_token_id");
        if (apiToken != null) keys.add(Revocation.key(Revocation.API_TOKEN, apiToken));
        String consent = claims.getStringClaim("consent_id");
        if (consent != null) keys.add(Revocation.key(Revocation.CONSENT, consent));
        return Set.copyOf(keys);
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNullElse(claims.getStringClaim(name), "");
    }

    public boolean mayReadBilling() {
        return permissions.contains("billing:read");
    }

    @Override
    public String toString() {
        return "AccountToken[account=" + account + ", endsAt=" + endsAt + "]";
    }
}

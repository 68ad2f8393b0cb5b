package io.moorage.keycloak.grant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.AccessToken;

/**
 * The answer of identity-service: what a user may do for an account. Without an account the user's own one is still
 * being opened, and nothing may be done for it yet. {@code services} is null where the grant covers all of them,
 * {@code delegation} for the account's owner, {@code apiToken} for who has logged in, {@code endsAt} (RFC 3339) where it doesn't end by itself.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Grant(
        @Nullable String account,
        @Nullable List<String> permissions,
        @Nullable String delegation,
        int version,
        @Nullable List<String> services,
        @Nullable String apiToken,
        boolean own,
        boolean staff,
        @Nullable String endsAt) {

    /** Answers whether this is about the account that was asked for; no account asked for means the user's own. */
    boolean answers(@Nullable String requested) {
        return requested == null ? own : requested.equals(account) && permissions != null;
    }

    /** The same for an application: no more than the user lets it do. */
    Grant within(Consent consent) throws GrantRefused {
        if (staff) throw new GrantRefused(); // customers are asked by nobody
        if (permissions == null || account == null) return this;
        List<String> both =
                permissions.stream().filter(consent.permissions()::contains).toList();
        if (both.isEmpty()) throw new GrantRefused();
        return new Grant(account, both, delegation, version, services, apiToken, own, staff, endsAt);
    }

    void writeTo(AccessToken token) {
        token.setOtherClaims("own", own);
        if (account == null) return;
        token.setOtherClaims("account", account);
        token.setOtherClaims("permissions", permissions == null ? List.of() : permissions);
        if (delegation != null) token.setOtherClaims("delegation_id", delegation);
        token.setOtherClaims("delegation_version", version);
        if (services != null) token.setOtherClaims("services", services);
        if (apiToken != null) token.setOtherClaims("api_token_id", apiToken);
        if (staff) token.setOtherClaims("staff", true);
        if (endsAt != null) endAt(token, Instant.parse(endsAt).getEpochSecond());
    }

    private static void endAt(AccessToken token, long end) {
        if (token.getExp() == null || token.getExp() > end) token.exp(end);
    }
}

package io.moorage.keycloak.grant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.AccessToken;

/**
 * The answer of identity-service: what a user may do for an account. Without an account the user's own one is still
 * being opened, and nothing may be done for it yet. {@code services} is null where the grant covers all of them.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Grant(
        @Nullable String account,
        @Nullable List<String> permissions,
        int version,
        @Nullable List<String> services,
        boolean own) {

    /** Answers whether this is about the account that was asked for; no account asked for means the user's own. */
    boolean answers(@Nullable String requested) {
        return requested == null ? own : requested.equals(account) && permissions != null;
    }

    void writeTo(AccessToken token) {
        token.setOtherClaims("own", own);
        if (account == null) return;
        token.setOtherClaims("account", account);
        token.setOtherClaims("permissions", permissions == null ? List.of() : permissions);
        token.setOtherClaims("delegation_version", version);
        if (services != null) token.setOtherClaims("services", services);
    }
}

package io.moorage.identity.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.contracts.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do for an account, as it goes into the token.
 *
 * @param account null while the user's own account is being prepared
 * @param permissions codes, sorted
 * @param version rises when a delegation changes; an ownership never does
 * @param services the ones that a delegation is limited to; null if it isn't limited
 * @param own whether it is the user's own account
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // Keycloak tells "no account yet" by the null
record Grant(
        @Nullable String account,
        List<String> permissions,
        int version,
        @Nullable List<String> services,
        boolean own) {
    private static final List<String> OF_OWNER =
            Permission.ofOwner().stream().map(Permission::code).sorted().toList();

    static Grant ofOwner(String account) {
        return new Grant(account, OF_OWNER, 0, null, true);
    }

    /** The user's account isn't open yet: a token that allows nothing. */
    static Grant beingPrepared() {
        return new Grant(null, List.of(), 0, null, true);
    }
}

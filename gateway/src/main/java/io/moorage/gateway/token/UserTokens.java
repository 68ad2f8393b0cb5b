package io.moorage.gateway.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak hands over for a user.
 *
 * @param id the id token, needed again to log out; null where a renewal brought none
 */
public record UserTokens(
        String access,
        Instant accessEndsAt,
        String refresh,
        @Nullable String id) {
    @Override
    public String toString() {
        return "UserTokens[accessEndsAt=" + accessEndsAt + "]";
    }
}

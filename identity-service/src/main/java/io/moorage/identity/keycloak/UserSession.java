package io.moorage.identity.keycloak;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log-in of a user.
 *
 * @param clients by which it is used, as {@code moorage-gateway}
 */
public record UserSession(
        String id,
        Instant startedAt,
        Instant lastUsedAt,
        @Nullable String address,
        @Nullable String device,
        @Nullable String browser,
        @Nullable String system,
        List<String> clients) {}

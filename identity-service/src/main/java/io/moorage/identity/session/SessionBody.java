package io.moorage.identity.session;

import io.moorage.identity.keycloak.UserSession;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log-in as shown.
 *
 * @param current whether it is the one that asks
 * @param client where it is used: {@code app} is the product's own, {@code application} somebody else's
 */
@Schema(name = "Session")
record SessionBody(
        String id,
        boolean current,
        Instant startedAt,
        Instant lastUsedAt,
        @Nullable String address,
        @Nullable String device,
        @Nullable String browser,
        @Nullable String system,

        @Schema(allowableValues = {"portal", "cli", "app", "application"})
        String client) {

    static SessionBody of(UserSession session, @Nullable String current) {
        return new SessionBody(
                session.id(),
                session.id().equals(current),
                session.startedAt(),
                session.lastUsedAt(),
                session.address(),
                session.device(),
                session.browser(),
                session.system(),
                client(session.clients()));
    }

    private static String client(List<String> clients) {
        if (clients.contains("moorage-gateway")) return "portal";
        if (clients.contains("moorage-cli")) return "cli";
        return clients.contains("moorage-mobile") ? "app" : "application";
    }
}

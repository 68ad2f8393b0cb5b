package io.moorage.account.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the gateway tells it.
 *
 * @param capacity {@code staff} where the provider's staff did it for a customer; null from gateways that don't know of it
 * @param account null for the user's own
 * @param session the log-in's id at Keycloak; empty where a token had none
 * @param status HTTP's; null where no answer was seen
 */
record Activity(
        UUID id,
        Instant at,
        String user,
        String login,
        @Nullable String capacity,
        @Nullable String account,
        String session,
        String address,
        String action,
        String target,
        @Nullable Integer status,
        @Nullable String code,
        String correlation) {

    Activity {
        at = at.truncatedTo(ChronoUnit.MICROS); // as the database keeps it, or its hash wouldn't fit any more
    }
}

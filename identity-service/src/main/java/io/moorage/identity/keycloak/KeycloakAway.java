package io.moorage.identity.keycloak;

import io.moorage.eventstore.Refusal;
import java.time.Duration;

/** Keycloak doesn't answer, or not as it should. */
final class KeycloakAway extends RuntimeException implements Refusal {
    private static final Duration LATER = Duration.ofSeconds(5);

    KeycloakAway(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "service-unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public Duration retryAfter() {
        return LATER;
    }
}

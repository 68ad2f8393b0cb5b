package io.moorage.identity.operator;

import io.moorage.eventstore.Refusal;
import java.time.Duration;

/** No operator took a message. */
final class NoOperatorAvailable extends RuntimeException implements Refusal {
    private static final Duration LATER = Duration.ofSeconds(30);

    @Override
    public String code() {
        return "no-operator-available";
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

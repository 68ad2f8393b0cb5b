package io.moorage.keycloak.phone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * One asking for a code, in the authentication session: another browser's or user's code doesn't answer it. Times are in
 * milliseconds by our clock.
 *
 * @param expiresAt null as long as no code is known to have been sent
 * @param channel how the last code went: {@code sms} or {@code voice}
 */
record Challenge(
        String id,
        String userId,
        PhoneNumber number,
        @Nullable Long expiresAt,
        long otherWaysAt,
        String channel) {

    /** What the code is for. A log-in's code enrols no number, and the other way round. */
    enum Purpose {
        LOG_IN,
        ENROLMENT;

        private String note() {
            return "moorage.phone." + name();
        }
    }

    static Challenge about(String userId, PhoneNumber number) {
        return new Challenge(UUID.randomUUID().toString(), userId, number, null, 0, "sms");
    }

    static Optional<Challenge> of(AuthenticationSessionModel session, Purpose purpose, String userId) {
        String note = session.getAuthNote(purpose.note());
        if (note == null) return Optional.empty();
        try {
            return Optional.of(JsonSerialization.readValue(note, Challenge.class))
                    .filter(challenge -> challenge.userId().equals(userId));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void forget(AuthenticationSessionModel session, Purpose purpose) {
        session.removeAuthNote(purpose.note());
    }

    void keepIn(AuthenticationSessionModel session, Purpose purpose) {
        try {
            session.setAuthNote(purpose.note(), JsonSerialization.writeValueAsString(this));
        } catch (IOException e) {
            throw new IllegalStateException("A challenge can always be written", e);
        }
    }

    Challenge sent(Codes.Sent sent, String by) {
        long now = Time.currentTimeMillis();
        long good = now + sent.good().toMillis();
        return new Challenge(id, userId, number, good, now + sent.otherWays().toMillis(), by);
    }

    /** A code is under way already, and identity-service says how long another has to wait. */
    Challenge notBefore(Duration wait) {
        long otherWays = Time.currentTimeMillis() + wait.toMillis();
        return new Challenge(id, userId, number, expiresAt, otherWays, channel);
    }

    @JsonIgnore
    boolean isSent() {
        return otherWaysAt > 0;
    }

    Duration untilOtherWays() {
        return Duration.ofMillis(Math.max(0, otherWaysAt - Time.currentTimeMillis()));
    }
}

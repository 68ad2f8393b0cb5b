package io.moorage.keycloak.facts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.moorage.keycloak.internal.Delivery;
import org.jspecify.annotations.Nullable;

/** Something that happened, as identity-service's internal interface has it. */
sealed interface Fact {

    /** Whom it happened to. */
    String userId();

    Delivery delivery();

    /**
     * What protects the user has changed, or a recovery code was used.
     *
     * @param change {@code added}, {@code changed}, {@code removed} or {@code used}
     * @param address where the browser was; null where there was none
     */
    record SecurityChange(
            String id,
            @JsonIgnore String userId,
            Factor factor,
            String change,
            @Nullable String address,
            String at) implements Fact {

        @Override
        public Delivery delivery() {
            String path = "/internal/users/" + userId + "/security-changes";
            return new Delivery("Security change " + id, "POST", path, this);
        }
    }

    /** @param reason {@code log-out}, {@code ended-by-user} or {@code expired} */
    record SessionEnded(String userId, String sessionId, String reason, String at) implements Fact {

        @Override
        public Delivery delivery() {
            return new Delivery("End of session " + sessionId, "POST", "/internal/sessions/ended", this);
        }
    }
}

package io.moorage.keycloak.facts;

import io.moorage.keycloak.facts.Fact.SecurityChange;
import io.moorage.keycloak.facts.Fact.SessionEnded;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;

/** Which of Keycloak's events are facts for the platform. */
public final class Facts {

    /** Detail of an event of ours: what became of the credential. */
    public static final String CHANGE = "change";
    /** Detail of a log-out of ours: why the session ended. */
    public static final String REASON = "reason";

    private Facts() {}

    static Optional<Fact> of(Event event) {
        if (event.getError() != null || event.getUserId() == null) return Optional.empty();
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        return switch (event.getType()) {
            case UPDATE_CREDENTIAL -> updated(event, details);
            case REMOVE_CREDENTIAL -> factor(details).map(factor -> change(event, factor, "removed"));
            case UPDATE_EMAIL -> Optional.of(change(event, Factor.EMAIL, "changed"));
            case LOGOUT -> ended(event, details.getOrDefault(REASON, "log-out"));
            case USER_SESSION_DELETED -> ended(event, "expired");
            default -> Optional.empty();
        };
    }

    /** Of all but password and number a user can have several, so that each is a new one. */
    private static Optional<Fact> updated(Event event, Map<String, String> details) {
        return factor(details).map(factor -> {
            String usual = factor == Factor.PASSWORD ? "changed" : "added";
            return change(event, factor, details.getOrDefault(CHANGE, usual));
        });
    }

    private static Optional<Factor> factor(Map<String, String> details) {
        return Factor.ofCredential(details.get(Details.CREDENTIAL_TYPE));
    }

    private static Optional<Fact> ended(Event event, String reason) {
        if (event.getSessionId() == null) return Optional.empty();
        return Optional.of(new SessionEnded(event.getUserId(), event.getSessionId(), reason, at(event)));
    }

    private static Fact change(Event event, Factor factor, String change) {
        return new SecurityChange(event.getId(), event.getUserId(), factor, change, event.getIpAddress(), at(event));
    }

    private static String at(Event event) {
        return Instant.ofEpochMilli(event.getTime()).toString();
    }
}

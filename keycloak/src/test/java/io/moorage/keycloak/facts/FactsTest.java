package io.moorage.keycloak.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.keycloak.facts.Fact.SecurityChange;
import io.moorage.keycloak.facts.Fact.SessionEnded;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.util.JsonSerialization;

class FactsTest {

    private static Event event(EventType type, Map<String, String> details) {
        Event event = new Event();
        event.setId("e-1");
        event.setType(type);
        event.setTime(1_767_225_600_000L);
        event.setUserId("u-1");
        event.setSessionId("s-1");
        event.setIpAddress("192.0.2.7");
        event.setDetails(details);
        return event;
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_CREDENTIAL, password, password, changed",
        "UPDATE_CREDENTIAL, otp, totp, added",
        "UPDATE_CREDENTIAL, webauthn, passkey, added",
        "UPDATE_CREDENTIAL, recovery-authn-codes, recovery-codes, added",
        "REMOVE_CREDENTIAL, moorage-phone, phone, removed",
        "REMOVE_CREDENTIAL, otp, totp, removed"
    })
    void a_change_of_what_protects_a_user_is_a_fact(EventType type, String credential, String factor, String change) {
        SecurityChange fact = (SecurityChange)
                Facts.of(event(type, Map.of("credential_type", credential))).orElseThrow();

        assertThat(fact.factor().label()).isEqualTo(factor);
        assertThat(fact.change()).isEqualTo(change);
    }

    @Test
    void an_event_of_ours_says_itself_what_became_of_the_credential() {
        for (String change : new String[] {"added", "changed", "used"}) {
            Event event =
                    event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "moorage-phone", "change", change));
            assertThat(((SecurityChange) Facts.of(event).orElseThrow()).change())
                    .isEqualTo(change);
        }
    }

    @Test
    void a_fact_goes_to_its_user_and_carries_when_and_from_where() throws Exception {
        var delivery =
                Facts.of(event(EventType.UPDATE_EMAIL, Map.of())).orElseThrow().delivery();

        assertThat(delivery.path()).isEqualTo("/internal/users/u-1/security-changes");
        assertThat(JsonSerialization.writeValueAsString(delivery.body())).isEqualTo("""
                {"id":"e-1","factor":"email","change":"changed","address":"192.0.2.7","at":"2026-01-01T00:00:00Z"}""");
    }

    @Test
    void the_end_of_a_session_says_why() {
        SessionEnded loggedOut =
                (SessionEnded) Facts.of(event(EventType.LOGOUT, Map.of())).orElseThrow();
        SessionEnded ended = (SessionEnded) Facts.of(event(EventType.LOGOUT, Map.of("reason", "ended-by-user")))
                .orElseThrow();

        assertThat(loggedOut.reason()).isEqualTo("log-out");
        assertThat(ended).isEqualTo(new SessionEnded("u-1", "s-1", "ended-by-user", "2026-01-01T00:00:00Z"));
    }

    @Test
    void what_failed_or_concerns_nobody_or_nothing_of_ours_is_no_fact() {
        Event failed = event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password"));
        failed.setError("invalid_user_credentials");
        Event nobody = event(EventType.LOGOUT, Map.of());
        nobody.setUserId(null);

        assertThat(Facts.of(failed)).isEmpty();
        assertThat(Facts.of(nobody)).isEmpty();
        assertThat(Facts.of(event(EventType.LOGIN, Map.of("credential_type", "recovery-authn-codes"))))
                .isEmpty();
        assertThat(Facts.of(event(EventType.REGISTER, Map.of()))).isEmpty();
    }
}

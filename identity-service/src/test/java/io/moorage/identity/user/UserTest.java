package io.moorage.identity.user;

import io.moorage.identity.user.UserCommand.RecordSecurityChange;
import io.moorage.identity.user.UserCommand.RecordSessionEnd;
import io.moorage.identity.user.UserCommand.RegisterUser;
import io.moorage.identity.user.UserCommand.WithdrawConsent;
import io.moorage.identity.user.UserEvent.ConsentWithdrawn;
import io.moorage.identity.user.UserEvent.EmailChanged;
import io.moorage.identity.user.UserEvent.PasswordChanged;
import io.moorage.identity.user.UserEvent.SecondFactorChanged;
import io.moorage.identity.user.UserEvent.SessionEnded;
import io.moorage.identity.user.UserEvent.UserRegistered;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<User> user = new AggregateTestFixture<>(User.class);

    @Test
    void a_user_is_registered_by_nothing_but_their_id() {
        user.givenNoPriorActivity().when(new RegisterUser("u-1", AT)).expectEvents(new UserRegistered("u-1", AT));
    }

    @Test
    void a_user_is_registered_once() {
        user.given(new UserRegistered("u-1", AT))
                .when(new RegisterUser("u-1", AT.plusSeconds(1)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"phone, added", "totp, removed", "passkey, added", "recovery-codes, used"})
    void a_second_factor_changes_even_before_its_user_is_registered(String factor, String change) {
        user.givenNoPriorActivity()
                .when(new RecordSecurityChange("u-1", "c-1", factor, change, AT))
                .expectEvents(new SecondFactorChanged("u-1", factor, change, AT));
    }

    @Test
    void a_user_who_set_up_a_factor_first_is_registered_all_the_same() {
        user.given(new SecondFactorChanged("u-1", "phone", "added", AT))
                .when(new RegisterUser("u-1", AT))
                .expectEvents(new UserRegistered("u-1", AT));
    }

    @Test
    void a_changed_password_and_a_changed_email_are_facts_of_their_own() {
        user.given(new UserRegistered("u-1", AT))
                .when(new RecordSecurityChange("u-1", "c-1", "password", "changed", AT))
                .expectEvents(new PasswordChanged("u-1", AT));
        user.given(new UserRegistered("u-1", AT))
                .when(new RecordSecurityChange("u-1", "c-2", "email", "changed", AT))
                .expectEvents(new EmailChanged("u-1", AT));
    }

    @Test
    void a_consent_is_withdrawn_even_by_who_is_not_registered_yet() {
        user.givenNoPriorActivity()
                .when(new WithdrawConsent("u-1", "u-1/a-1/1", AT))
                .expectEvents(new ConsentWithdrawn("u-1", "u-1/a-1/1", AT));
    }

    @Test
    void the_end_of_a_session_is_a_fact() {
        user.given(new UserRegistered("u-1", AT))
                .when(new RecordSessionEnd("u-1", "s-1", "log-out", AT))
                .expectEvents(new SessionEnded("u-1", "s-1", "log-out", AT));
    }
}

package io.moorage.account.account;

import io.moorage.account.account.AccountCommand.ChangeProfile;
import io.moorage.account.account.AccountCommand.OpenAccount;
import io.moorage.account.account.AccountCommand.RecordOwnersEmailChange;
import io.moorage.account.account.AccountEvent.AccountOpened;
import io.moorage.account.account.AccountEvent.OwnersEmailChanged;
import io.moorage.account.account.AccountEvent.ProfileChanged;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void an_account_is_opened_in_euros() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(ACCOUNT, "u-1", "provider", AT))
                .expectEvents(new AccountOpened(ACCOUNT, "u-1", "provider", "EUR", AT));
    }

    @Test
    void a_changed_profile_is_recorded_by_the_names_of_its_fields() {
        account.given(opened())
                .when(new ChangeProfile(ACCOUNT, List.of("phone", "address.city"), AT))
                .expectEvents(new ProfileChanged(ACCOUNT, List.of("phone", "address.city"), AT));
    }

    @Test
    void a_change_of_nothing_is_no_event() {
        account.given(opened()).when(new ChangeProfile(ACCOUNT, List.of(), AT)).expectNoEvents();
    }

    @Test
    void a_changed_address_of_the_owner_is_recorded_without_it() {
        account.given(opened())
                .when(new RecordOwnersEmailChange(ACCOUNT, AT))
                .expectEvents(new OwnersEmailChanged(ACCOUNT, "u-1", AT));
    }

    private static AccountOpened opened() {
        return new AccountOpened(ACCOUNT, "u-1", "customer", "EUR", AT);
    }
}

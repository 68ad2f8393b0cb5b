package io.moorage.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.delegation.DelegationCommand.ChangeDelegation;
import io.moorage.identity.delegation.DelegationCommand.EndDelegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.identity.delegation.DelegationCommand.LeaveDelegation;
import io.moorage.identity.delegation.DelegationCommand.RevokeDelegation;
import io.moorage.identity.delegation.DelegationEvent.DelegationChanged;
import io.moorage.identity.delegation.DelegationEvent.DelegationGranted;
import io.moorage.identity.delegation.DelegationEvent.DelegationRevoked;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class DelegationTest {
    private static final String ACCOUNT = "xx11111-mo";
    private static final String ID = Delegation.id(ACCOUNT, "tina");
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-31T00:00:00Z");
    private static final Access READ = new Access(List.of("services:read"), Access.ALL, null);
    private static final Access MANAGE = new Access(List.of("services:manage", "services:read"), Access.ALL, null);
    private static final Access UNTIL_JANUARY = new Access(List.of("services:read"), Access.ALL, JANUARY);

    private final AggregateTestFixture<Delegation> delegation = new AggregateTestFixture<>(Delegation.class);

    @Test
    void the_first_access_is_version_one() {
        delegation.givenNoPriorActivity().when(grant(READ, AT)).expectEvents(granted(READ, 1));
    }

    @Test
    void who_has_access_is_not_given_another() {
        delegation
                .given(granted(READ, 1))
                .when(grant(MANAGE, AT))
                .expectNoEvents()
                .expectExceptionMessage("has-access-already");
    }

    @Test
    void who_lost_access_can_be_given_it_anew_and_no_version_comes_twice() {
        delegation
                .given(granted(READ, 1), revoked("revoked", 2))
                .when(grant(READ, AT))
                .expectEvents(granted(READ, 3));
    }

    @Test
    void an_access_whose_day_has_come_is_in_nobodys_way() {
        delegation
                .given(granted(UNTIL_JANUARY, 1))
                .when(grant(READ, JANUARY))
                .expectEvents(new DelegationGranted(ID, ACCOUNT, "tina", "olga", READ, 2, JANUARY));
    }

    @Test
    void a_change_says_all_of_the_access_and_raises_the_version() {
        delegation
                .given(granted(READ, 1))
                .when(change("olga", MANAGE, Access.OF_OWNER))
                .expectEvents(new DelegationChanged(ID, ACCOUNT, "tina", "olga", MANAGE, 2, AT));
    }

    @Test
    void a_change_to_what_it_is_changes_nothing() {
        delegation
                .given(granted(READ, 1))
                .when(change("olga", READ, Access.OF_OWNER))
                .expectNoEvents();
    }

    @Test
    void nobody_changes_their_own_access_be_it_to_less() {
        Access manager = new Access(List.of("services:read", "users:manage"), Access.ALL, null);
        delegation
                .given(granted(manager, 1))
                .when(change("tina", READ, manager))
                .expectNoEvents()
                .expectExceptionMessage("own-access");
    }

    @Test
    void whoever_changes_an_access_gives_no_more_than_they_hold_now() {
        Access shrunk = new Access(List.of("services:read", "users:manage"), Access.ALL, null);
        delegation
                .given(granted(READ, 1))
                .when(change("marc", MANAGE, shrunk))
                .expectNoEvents()
                .expectExceptionMessage("not-yours-to-grant");
    }

    @Test
    void what_was_taken_back_cannot_be_changed() {
        delegation
                .given(granted(READ, 1), revoked("revoked", 2))
                .when(change("olga", MANAGE, Access.OF_OWNER))
                .expectNoEvents()
                .expectExceptionMessage("not-found");
    }

    @Test
    void an_access_is_taken_back_once() {
        delegation.given(granted(READ, 1)).when(new RevokeDelegation(ID, AT)).expectEvents(revoked("revoked", 2));
        delegation
                .given(granted(READ, 1), revoked("left", 2))
                .when(new RevokeDelegation(ID, AT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_user_may_leave_and_nobody_leaves_for_them() {
        delegation
                .given(granted(READ, 1))
                .when(new LeaveDelegation(ID, "tina", AT))
                .expectEvents(revoked("left", 2));
        delegation
                .given(granted(READ, 1))
                .when(new LeaveDelegation(ID, "marc", AT))
                .expectNoEvents()
                .expectExceptionMessage("not-found");
    }

    @Test
    void an_access_ends_by_itself_on_its_day_and_not_before() {
        delegation
                .given(granted(UNTIL_JANUARY, 1))
                .when(new EndDelegation(ID, JANUARY))
                .expectEvents(new DelegationRevoked(ID, ACCOUNT, "tina", "ended", 2, JANUARY));
        delegation
                .given(granted(UNTIL_JANUARY, 1))
                .when(new EndDelegation(ID, JANUARY.minusSeconds(1)))
                .expectNoEvents();
    }

    @Test
    void an_access_that_was_prolonged_meanwhile_does_not_end() {
        delegation
                .given(granted(UNTIL_JANUARY, 1), new DelegationChanged(ID, ACCOUNT, "tina", "olga", READ, 2, AT))
                .when(new EndDelegation(ID, JANUARY))
                .expectNoEvents();
    }

    @Test
    void account_and_user_have_one_delegation_and_share_it_with_no_other() {
        assertThat(Delegation.id(ACCOUNT, "tina"))
                .isEqualTo(ID)
                .isNotEqualTo(Delegation.id(ACCOUNT, "marc"))
                .isNotEqualTo(Delegation.id("xx22222-mo", "tina"));
    }

    private static GrantDelegation grant(Access access, Instant at) {
        return new GrantDelegation(ID, ACCOUNT, "tina", "olga", access, at);
    }

    private static ChangeDelegation change(String by, Access access, Access held) {
        return new ChangeDelegation(ID, by, access, held, AT);
    }

    private static DelegationGranted granted(Access access, int version) {
        return new DelegationGranted(ID, ACCOUNT, "tina", "olga", access, version, AT);
    }

    private static DelegationRevoked revoked(String reason, int version) {
        return new DelegationRevoked(ID, ACCOUNT, "tina", reason, version, AT);
    }
}

package io.moorage.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionSetTest {

    @Test
    void there_is_a_set_for_each_of_the_people_that_access_is_mostly_given_to() {
        assertThat(Arrays.stream(PermissionSet.values()).map(PermissionSet::code))
                .containsExactly("technician", "domain-expert", "colleague", "security-specialist", "accountant");
    }

    @ParameterizedTest
    @EnumSource
    void an_owner_can_grant_every_set(PermissionSet set) {
        assertThat(set.permissions()).isNotEmpty();
        assertThat(Access.OF_OWNER.mayGrant(new Access(set.permissions(), Access.ALL, null)))
                .isTrue();
    }

    @Test
    void a_colleague_may_do_everything_an_owner_may() {
        assertThat(PermissionSet.COLLEAGUE.permissions()).isEqualTo(Access.OF_OWNER.permissions());
    }
}

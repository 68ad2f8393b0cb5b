package io.moorage.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final Instant JANUARY = Instant.parse("2027-01-31T00:00:00Z");

    @Test
    void an_owner_may_grant_everything_an_owner_holds_on_all_services_and_for_good() {
        assertThat(Access.OF_OWNER.mayGrant(Access.OF_OWNER)).isTrue();
    }

    @Test
    void nobody_grants_what_is_for_the_providers_staff() {
        assertThat(Access.OF_OWNER.mayGrant(access(null, Access.ALL, "customers:manage")))
                .isFalse();
    }

    @Test
    void who_does_not_manage_users_grants_nothing() {
        Access technician = access(null, Access.ALL, "services:read");

        assertThat(technician.mayGrant(technician)).isFalse();
        assertThat(Access.NONE.mayGrant(technician)).isFalse();
    }

    @Test
    void nobody_grants_a_permission_that_they_lack() {
        Access manager = access(null, Access.ALL, "services:read", "users:manage");

        assertThat(manager.mayGrant(access(null, Access.ALL, "services:read"))).isTrue();
        assertThat(manager.mayGrant(access(null, Access.ALL, "billing:pay", "services:read")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "all, all, true",
        "all, 10427, true",
        "10427 10428, 10428, true",
        "10427, 10427, true",
        "10427, 10428, false",
        "10427, 10427 10428, false",
        "10427, all, false"
    })
    void nobody_grants_services_that_they_lack(String held, String granted, boolean may) {
        Access holder = access(null, List.of(held.split(" ")), "services:read", "users:manage");

        assertThat(holder.mayGrant(access(null, List.of(granted.split(" ")), "services:read")))
                .isEqualTo(may);
    }

    @Test
    void nobody_grants_for_longer_than_they_hold() {
        Access holder = access(JANUARY, Access.ALL, "services:read", "users:manage");

        assertThat(holder.mayGrant(access(JANUARY, Access.ALL, "services:read")))
                .isTrue();
        assertThat(holder.mayGrant(access(JANUARY.minusSeconds(1), Access.ALL, "services:read")))
                .isTrue();
        assertThat(holder.mayGrant(access(JANUARY.plusSeconds(1), Access.ALL, "services:read")))
                .isFalse();
        assertThat(holder.mayGrant(access(null, Access.ALL, "services:read"))).isFalse();
    }

    @Test
    void an_access_ends_at_its_very_moment() {
        Access access = access(JANUARY, Access.ALL, "services:read");

        assertThat(access.hasEnded(JANUARY.minusNanos(1))).isFalse();
        assertThat(access.hasEnded(JANUARY)).isTrue();
        assertThat(access(null, Access.ALL, "services:read").hasEnded(JANUARY)).isFalse();
    }

    private static Access access(@Nullable Instant endsAt, List<String> services, String... permissions) {
        return new Access(List.of(permissions), services, endsAt);
    }
}

package io.moorage.identity.delegation;

import io.moorage.contracts.Permission;
import io.moorage.contracts.account.AccountKind;
import io.moorage.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do for an account.
 *
 * @param permissions codes, sorted
 * @param services ids of the services that it is limited to, sorted; {@link #ALL} where it isn't limited
 * @param endsAt when it ends by itself; null if it doesn't
 */
public record Access(
        List<String> permissions,
        List<String> services,
        @Nullable Instant endsAt) {
    /** Said in so many words, so that a list without services never means all of them. */
    public static final List<String> ALL = List.of("all");

    public static final Access NONE = new Access(List.of(), List.of(), null);

    public static final Access OF_OWNER = all(Permission.ofOwner());

    private static final Access OF_PROVIDER = all(Permission.ofProvider());

    /** @param kind of the account that is owned */
    public static Access ofOwner(String kind) {
        return kind.equals(AccountKind.PROVIDER) ? OF_PROVIDER : OF_OWNER;
    }

    private static Access all(Set<Permission> permissions) {
        return new Access(permissions.stream().map(Permission::code).sorted().toList(), ALL, null);
    }

    /** What a caller's token says, which may be minutes old. */
    static Access of(Caller caller) {
        Set<String> services = caller.services();
        return new Access(
                caller.permissions().stream().sorted().toList(),
                services == null ? ALL : services.stream().sorted().toList(),
                null);
    }

    /** Whether who has this on the provider's account may act for its customers; none of these is a service of that account. */
    public boolean mayActForCustomers() {
        return permissions.contains(Permission.CUSTOMERS_ACT.code()) && services.equals(ALL);
    }

    public boolean mayManageUsers() {
        return permissions.contains(Permission.USERS_MANAGE.code());
    }

    /** Whether whoever holds this may give that to another: no more, on no other services, for no longer. */
    public boolean mayGrant(Access other) {
        return mayManageUsers() && covers(other);
    }

    /** Whether that is no more than this, on no other services and for no longer. */
    public boolean covers(Access other) {
        return permissions.containsAll(other.permissions)
                && (services.equals(ALL) || services.containsAll(other.services))
                && (endsAt == null || other.endsAt != null && !other.endsAt.isAfter(endsAt));
    }

    /** What both give; {@link #NONE} where that is nothing. */
    public Access and(Access other) {
        List<String> both =
                permissions.stream().filter(other.permissions::contains).toList();
        List<String> where = services.equals(ALL)
                ? other.services
                : services.stream()
                        .filter(id -> other.services.equals(ALL) || other.services.contains(id))
                        .toList();
        if (both.isEmpty() || where.isEmpty()) return NONE;
        boolean othersEndsFirst = endsAt == null || other.endsAt != null && other.endsAt.isBefore(endsAt);
        return new Access(both, where, othersEndsFirst ? other.endsAt : endsAt);
    }

    /** {@code "all"}, or the ids: as the interface tells it. */
    public Object shownServices() {
        return services.equals(ALL) ? ALL.getFirst() : services;
    }

    public boolean hasEnded(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }
}

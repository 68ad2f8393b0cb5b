package io.moorage.identity.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moorage.contracts.Permission;
import io.moorage.identity.apitoken.ApiTokens;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do for an account, as it goes into the token.
 *
 * @param account null while the user's own account is being prepared
 * @param permissions codes, sorted
 * @param delegation the id of the delegation that it comes from; null for an owner
 * @param version rises when a delegation changes; an ownership never does
 * @param services the ones that a delegation is limited to; null if it isn't limited
 * @param apiToken the id of the API token that it is asked for with; null for who has logged in
 * @param own whether it is the user's own account
 * @param staff whether the user acts for a customer as the provider's staff
 * @param endsAt when it ends by itself, and no token may outlive it; null if it doesn't
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // Keycloak tells "no account yet" by the null
record Grant(
        @Nullable String account,
        List<String> permissions,
        @Nullable String delegation,
        int version,
        @Nullable List<String> services,
        @Nullable String apiToken,
        boolean own,
        boolean staff,
        @Nullable Instant endsAt) {

    static Grant ofOwner(String account, String kind) {
        return new Grant(account, Access.ofOwner(kind).permissions(), null, 0, null, null, true, false, null);
    }

    static Grant of(String account, Delegations.Current delegation) {
        Access access = delegation.access();
        return new Grant(
                account,
                access.permissions(),
                delegation.id(),
                delegation.version(),
                chosen(access),
                null,
                false,
                false,
                access.endsAt());
    }

    boolean mayActForCustomers() {
        return access().mayActForCustomers();
    }

    /** For a customer of the account that this is about: it ends and changes with this. */
    Grant forCustomer(String customer) {
        List<String> codes = Permission.ofStaffActing().stream()
                .map(Permission::code)
                .sorted()
                .toList();
        return new Grant(customer, codes, delegation, version, null, null, false, true, endsAt);
    }

    private Access access() {
        return new Access(permissions, services == null ? Access.ALL : services, endsAt);
    }

    /** The same on an API token, which may hold less; empty if nothing is left of it. */
    Optional<Grant> with(ApiTokens.Right token) {
        Access access = access().and(token.access());
        if (access.equals(Access.NONE)) return Optional.empty();
        return Optional.of(new Grant(
                account,
                access.permissions(),
                delegation,
                version,
                chosen(access),
                token.tokenId(),
                own,
                false,
                access.endsAt()));
    }

    private static @Nullable List<String> chosen(Access access) {
        return access.services().equals(Access.ALL) ? null : access.services();
    }

    /** The user's account isn't open yet: a token that allows nothing. */
    static Grant beingPrepared() {
        return new Grant(null, List.of(), null, 0, null, null, true, false, null);
    }
}

package io.moorage.identity.grant;

import io.moorage.contracts.account.AccountKind;
import io.moorage.eventstore.WithCommand;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegations;
import io.moorage.identity.grant.OwnershipEvent.OwnershipGranted;
import io.moorage.identity.user.AccessibleAccount;
import io.moorage.identity.user.AccessibleAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every user's accounts: their own, and those of others by the delegations that last. Permissions of an owner aren't
 * stored: whatever the owner of an account may do, they may.
 */
@WithCommand(tables = "account_access")
class AccountAccess implements AccessibleAccounts {
    private static final String ACCESSIBLE = """
            select account, kind, own, since, null as id,
                null::text[] as permissions, null::text[] as services, null::timestamptz as ends_at, user_id as owner
            from account_access where user_id = :userId and own
            union all
            select delegation.account, owned.kind, false, delegation.since, id, permissions, services, ends_at, owned.user_id
            from delegation join account_access owned on owned.account = delegation.account and owned.own
            where delegation.user_id = :userId and (ends_at is null or ends_at > :now)
            """;

    private final JdbcClient jdbc;
    private final Delegations delegations;
    private final Clock clock;

    AccountAccess(JdbcClient jdbc, Delegations delegations, Clock clock) {
        this.jdbc = jdbc;
        this.delegations = delegations;
        this.clock = clock;
    }

    @EventHandler
    void on(OwnershipGranted event) {
        jdbc.sql("insert into account_access (user_id, account, kind, own, since) values (?, ?, ?, true, ?)")
                .params(event.userId(), event.account(), event.kind(), Timestamp.from(event.at()))
                .update();
    }

    /** The user's own account. */
    Optional<Grant> own(String userId) {
        return jdbc.sql("select account, kind from account_access where user_id = ? and own")
                .param(userId)
                .query((row, index) -> Grant.ofOwner(row.getString("account"), row.getString("kind")))
                .optional();
    }

    /** What the user may do for the account; empty if nothing, or if there is no such account. */
    Optional<Grant> find(String userId, String account) {
        return ownOrDelegated(userId, account).or(() -> asStaff(userId, account));
    }

    /** As {@link #find}, but not as staff: for what acts without the user. */
    Optional<Grant> ownOrDelegated(String userId, String account) {
        Optional<Grant> owned = kindOwned(userId, account).map(kind -> Grant.ofOwner(account, kind));
        return owned.or(() ->
                delegations.find(userId, account, clock.instant()).map(delegation -> Grant.of(account, delegation)));
    }

    /** What the provider's staff may do for a customer. */
    private Optional<Grant> asStaff(String userId, String account) {
        if (!AccountKind.CUSTOMER.equals(kindOf(account).orElse(null))) return Optional.empty();
        return providers().stream()
                .map(provider -> ownOrDelegated(userId, provider))
                .flatMap(Optional::stream)
                .filter(Grant::mayActForCustomers)
                .findFirst()
                .map(staff -> staff.forCustomer(account));
    }

    private List<String> providers() {
        return jdbc.sql("select account from account_access where kind = ? and own")
                .param(AccountKind.PROVIDER)
                .query((row, index) -> row.getString("account"))
                .list();
    }

    private Optional<String> kindOf(String account) {
        return jdbc.sql("select kind from account_access where account = ? and own")
                .param(account)
                .query(String.class)
                .optional();
    }

    /** The kind of the account; empty unless it is the user's own. */
    Optional<String> kindOwned(String userId, String account) {
        return jdbc.sql("select kind from account_access where user_id = ? and account = ? and own")
                .params(userId, account)
                .query(String.class)
                .optional();
    }

    @Override
    public List<AccessibleAccount> of(String userId) {
        return jdbc.sql("""
                        select accessible.*,
                            coalesce(nullif(trim(first_name || ' ' || last_name), ''), login, account) as name
                        from (%s) accessible left join person on person.user_id = owner
                        order by own desc, since, account
                        """.formatted(ACCESSIBLE))
                .param("userId", userId)
                .param("now", Timestamp.from(clock.instant()))
                .query(AccountAccess::accessible)
                .list();
    }

    @Override
    public Optional<AccessibleAccount> ofCustomer(String account, List<String> permissions) {
        return jdbc.sql("""
                        select account, kind,
                            coalesce(nullif(trim(first_name || ' ' || last_name), ''), login, account) as name
                        from account_access left join person using (user_id) where account = ? and own
                        """)
                .param(account)
                .query((row, index) -> new AccessibleAccount(
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("kind"),
                        false,
                        permissions,
                        Access.ALL.getFirst(),
                        null,
                        true))
                .optional();
    }

    private static AccessibleAccount accessible(ResultSet row, int index) throws SQLException {
        boolean own = row.getBoolean("own");
        Access access = own ? Access.ofOwner(row.getString("kind")) : Delegations.access(row);
        return new AccessibleAccount(
                row.getString("account"),
                row.getString("name"),
                row.getString("kind"),
                own,
                access.permissions(),
                access.shownServices(),
                row.getString("id"),
                false);
    }
}

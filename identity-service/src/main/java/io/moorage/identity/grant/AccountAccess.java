package io.moorage.identity.grant;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.grant.OwnershipEvent.OwnershipGranted;
import io.moorage.identity.user.AccessibleAccount;
import io.moorage.identity.user.AccessibleAccounts;
import io.moorage.identity.user.People;
import io.moorage.identity.user.Person;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every user's accounts. Permissions of an owner aren't stored: whatever the owner of an account may do, they may. */
@WithCommand
class AccountAccess implements AccessibleAccounts {
    private final JdbcClient jdbc;
    private final People people;

    AccountAccess(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @EventHandler
    void on(OwnershipGranted event) {
        jdbc.sql("insert into account_access (user_id, account, kind, own, since) values (?, ?, ?, true, ?)")
                .params(event.userId(), event.account(), event.kind(), Timestamp.from(event.at()))
                .update();
    }

    /** The user's own account. */
    Optional<Grant> own(String userId) {
        return jdbc.sql("select account from account_access where user_id = ? and own")
                .param(userId)
                .query(String.class)
                .optional()
                .map(Grant::ofOwner);
    }

    /** What the user may do for the account; empty if nothing, or if there is no such account. */
    Optional<Grant> find(String userId, String account) {
        return jdbc.sql("select account from account_access where user_id = ? and account = ? and own")
                .params(userId, account)
                .query(String.class)
                .optional()
                .map(Grant::ofOwner);
    }

    @Override
    public List<AccessibleAccount> of(String userId) {
        return jdbc.sql("select account, kind from account_access where user_id = ? and own order by since")
                .param(userId)
                .query((row, index) -> owned(userId, row.getString("account"), row.getString("kind")))
                .list();
    }

    private AccessibleAccount owned(String userId, String account, String kind) {
        String name = people.find(userId).map(Person::name).orElse(account);
        return new AccessibleAccount(
                account, name, kind, true, Grant.ofOwner(account).permissions(), "all");
    }
}

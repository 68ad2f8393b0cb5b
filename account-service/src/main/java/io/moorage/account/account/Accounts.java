package io.moorage.account.account;

import io.moorage.account.account.AccountEvent.AccountOpened;
import io.moorage.eventstore.WithCommand;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All accounts, by handle. */
@WithCommand(tables = "account")
public class Accounts {
    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(AccountOpened event) {
        jdbc.sql(
                        "insert into account (handle, owner, kind, currency, status, opened_at) values (?, ?, ?, ?, 'active', ?)")
                .params(event.account(), event.owner(), event.kind(), event.currency(), Timestamp.from(event.at()))
                .update();
    }

    /** Whether somebody has the handle already. */
    boolean has(Handle handle) {
        return jdbc.sql("select exists (select 1 from account where handle = ?)")
                .param(handle.text())
                .query(Boolean.class)
                .single();
    }

    /** The handles of these users' own accounts, by user; those who have none yet are left out. */
    public Map<String, String> ownedBy(Set<String> users) {
        Map<String, String> handles = new HashMap<>();
        if (users.isEmpty()) return handles;
        jdbc.sql("select owner, handle from account where owner in (:users)")
                .param("users", users)
                .query(row -> {
                    handles.put(row.getString("owner"), row.getString("handle"));
                });
        return handles;
    }

    public Optional<Line> find(String handle) {
        return jdbc.sql("select * from account where handle = ?")
                .param(handle)
                .query((row, index) -> new Line(
                        row.getString("handle"),
                        row.getString("kind"),
                        row.getString("currency"),
                        row.getString("status"),
                        row.getTimestamp("opened_at").toInstant()))
                .optional();
    }

    /** @param status {@code active} so far */
    public record Line(String handle, String kind, String currency, String status, Instant openedAt) {}
}

package io.moorage.identity.grant;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When users last acted for an account: known to the minutes that a token lives, and written once a minute at most. */
@Component
class AccessUses {
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    AccessUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void used(String userId, String account, Instant at) {
        jdbc.sql("""
                        insert into access_use (user_id, account, at) values (:user, :account, :at)
                        on conflict (user_id, account) do update set at = excluded.at where access_use.at < :before
                        """)
                .param("user", userId)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .param("before", Timestamp.from(at.minus(COARSE)))
                .update();
    }
}

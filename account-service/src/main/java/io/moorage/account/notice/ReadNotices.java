package io.moorage.account.notice;

import io.moorage.eventstore.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notices a user has read: a line below which all are, and single ones above it. Reading all draws the line an
 * hour back: by then every notice that was begun is committed or gone, so none appears below it unseen.
 */
@Component
class ReadNotices {
    private static final Duration SETTLED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    ReadNotices(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws NoticeNotFound if one isn't the account's; none counts as read then */
    void read(String account, String user, Set<UUID> ids) {
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        transactions.together(() -> {
            int read = jdbc.sql("""
                            insert into notice_read (user_id, notice)
                            select :user, id from notice where account = :account and id = any (:ids::uuid[])
                            on conflict (user_id, notice) do update set notice = excluded.notice
                            """)
                    .param("user", user)
                    .param("account", account)
                    .param("ids", wanted)
                    .update();
            if (read < ids.size()) throw new NoticeNotFound();
        });
    }

    void readAll(String account, String user) {
        UUID line = firstAt(clock.instant().minus(SETTLED));
        transactions.together(() -> {
            jdbc.sql("""
                            insert into notice_read (user_id, notice)
                            select :user, id from notice where account = :account and id > :line on conflict do nothing
                            """)
                    .param("user", user)
                    .param("account", account)
                    .param("line", line)
                    .update();
            jdbc.sql("""
                            insert into notice_read_up_to (account, user_id, up_to) values (:account, :user, :line)
                            on conflict (account, user_id) do update set up_to = excluded.up_to
                            where notice_read_up_to.up_to < excluded.up_to
                            """)
                    .param("account", account)
                    .param("user", user)
                    .param("line", line)
                    .update();
        });
    }

    /** The least UUIDv7 of a moment: its first 48 bits are milliseconds. */
    private static UUID firstAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}

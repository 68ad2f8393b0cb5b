package io.moorage.account.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that wait, and those that are done with: a plain table. */
@Component
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a mail; one that is there under its id already stays as it is. */
    void add(Posting posting, Instant now) {
        jdbc.sql("""
                        insert into mail (id, account, user_id, recipient, language, subject, body, html, sealed, state, next_try_at, at)
                        values (:id, :account, :user, :to, :language, :subject, :text, :html, :sealed, :state, :at, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", posting.id())
                .param("account", posting.account())
                .param("user", posting.user())
                .param("to", posting.to())
                .param("language", posting.language())
                .param("subject", posting.archived().subject())
                .param("text", posting.archived().text())
                .param("html", posting.archived().html())
                .param("sealed", posting.sealed())
                .param("state", posting.sendable() ? "waiting" : "failed")
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The mail that is due for longest, which until the turn's end nobody else gets. */
    Optional<Due> take(Instant now, Instant turnEnd) {
        return jdbc.sql("""
                        update mail set tries = tries + 1, next_try_at = :turnEnd
                        where n = (select n from mail where state = 'waiting' and next_try_at <= :now
                                   order by next_try_at limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", Timestamp.from(now))
                .param("turnEnd", Timestamp.from(turnEnd))
                .query(Outbox::due)
                .optional();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getString("id"),
                row.getString("recipient"),
                row.getString("language"),
                new Letter(row.getString("subject"), row.getString("body"), row.getString("html")),
                row.getBytes("sealed"),
                row.getInt("tries"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("next_try_at").toInstant());
    }

    /** The secrets go with it. Nothing happens if another replica has taken the mail over. */
    void sent(Due mail, Instant now) {
        jdbc.sql("update mail set state = 'sent', sent_at = ?, sealed = null where id = ? and tries = ?")
                .params(Timestamp.from(now), mail.id(), mail.tries())
                .update();
    }

    /** Given up, its secrets too. */
    void failed(Due mail) {
        jdbc.sql("update mail set state = 'failed', sealed = null where id = ? and tries = ?")
                .params(mail.id(), mail.tries())
                .update();
    }

    void tryAgain(Due mail, Instant when) {
        jdbc.sql("update mail set next_try_at = ? where id = ? and tries = ?")
                .params(Timestamp.from(when), mail.id(), mail.tries())
                .update();
    }

    long waiting() {
        return jdbc.sql("select count(*) from mail where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    /**
     * A mail as it comes in.
     *
     * @param sealed what is sent, if it isn't what the archive shows
     * @param sendable false if it can only be recorded as failed
     */
    record Posting(
            String id,
            @Nullable String account,
            @Nullable String user,
            String to,
            String language,
            Letter archived,
            byte @Nullable [] sealed,
            boolean sendable) {}

    /** @param tries with this one; tells one replica's turn from another's */
    record Due(
            String id,
            String to,
            String language,
            Letter archived,
            byte @Nullable [] sealed,
            int tries,
            Instant at,
            Instant turnEnd) {}
}

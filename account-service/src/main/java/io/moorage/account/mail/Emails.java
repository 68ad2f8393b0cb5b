package io.moorage.account.mail;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The archive: an account's mails, and in the archive of a user's own account those that concern the user. */
@Component
class Emails {
    private static final String OF_ACCOUNT =
            "(account = :account or account is null and user_id = (select owner from account where handle = :account))";

    private final JdbcClient jdbc;

    Emails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, after the one with that id; one more than asked for tells that others follow. */
    List<Line> page(String account, @Nullable String after, int limit) {
        return jdbc.sql("select * from mail where " + OF_ACCOUNT + """
                         and (:after::text is null or n < (select n from mail where id = :after))
                        order by n desc limit :limit
                        """)
                .param("account", account)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, index) -> new Line(
                        row.getString("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    Optional<Content> find(String account, String id) {
        return jdbc.sql("select * from mail where id = :id and " + OF_ACCOUNT)
                .param("id", id)
                .param("account", account)
                .query(Emails::content)
                .optional();
    }

    private static Content content(ResultSet row, int index) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new Content(
                row.getString("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("state"),
                row.getTimestamp("at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getString("body"),
                row.getString("html"));
    }

    /**
     * An e-mail in the list.
     *
     * @param state {@code waiting} until a mail server takes it, {@code sent}, or {@code failed}
     * @param at when it was written
     */
    @Schema(name = "Email")
    record Line(
            String id,
            String to,
            String subject,

            @Schema(allowableValues = {"waiting", "sent", "failed"})
            String state,

            Instant at) {}

    /**
     * An e-mail as it was sent, its secrets and links with tokens blanked.
     *
     * @param sentAt when a mail server took it
     */
    @Schema(name = "EmailContent")
    record Content(
            String id,
            String to,
            String subject,

            @Schema(allowableValues = {"waiting", "sent", "failed"})
            String state,

            Instant at,
            @Nullable Instant sentAt,
            String text,
            String html) {}
}

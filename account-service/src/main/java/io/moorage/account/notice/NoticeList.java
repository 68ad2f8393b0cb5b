package io.moorage.account.notice;

import io.moorage.account.notice.MatterEvent.NoticeAdded;
import io.moorage.eventstore.EventJson;
import io.moorage.eventstore.WithCommand;
import io.moorage.web.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices of an account, as each of its users sees them. */
@WithCommand(tables = "notice") // rebuilt, it holds old ones too until they are swept up again
class NoticeList {
    /** The line below which the user has read all; uuid has no max(). */
    private static final String LINE = """
            with line as (select coalesce(
                (select up_to from notice_read_up_to where account = :account and user_id = :user),
                '00000000-0000-0000-0000-000000000000') as up_to)
            """;

    /** What is about no service concerns the account as a whole. */
    private static final String WITHIN_REACH =
            "(:services::text[] is null or n.parameters ->> 'server' = any(:services::text[]))";

    private static final String PAGE = LINE + """
            select * from (
                select n.*, n.id <= up_to or exists (
                    select from notice_read r where r.user_id = :user and r.notice = n.id) as read
                from notice n, line where n.account = :account and %1$s and (:after::uuid is null or n.id < :after)) seen
            where not (read and :unread) order by id desc limit :limit
            """.formatted(WITHIN_REACH);

    private static final String UNREAD = LINE + """
            select count(*) from notice n, line where n.account = :account and %1$s and n.id > up_to
                and not exists (select from notice_read r where r.user_id = :user and r.notice = n.id)
            """.formatted(WITHIN_REACH);

    private final JdbcClient jdbc;
    private final EventJson json;

    NoticeList(JdbcClient jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventHandler
    void on(NoticeAdded event) {
        jdbc.sql(
                        "insert into notice (id, account, at, severity, code, parameters, link) values (?, ?, ?, ?, ?, ?::json, ?)")
                .params(
                        UUID.fromString(event.noticeId()),
                        event.account(),
                        Timestamp.from(event.at()),
                        event.severity(),
                        event.code(),
                        json.write(event.parameters()),
                        event.link())
                .update();
    }

    /**
     * Newest first, after the one with that id; one more than asked for tells that others follow.
     *
     * @param unread whether to leave out what the user has read
     */
    List<Line> page(Reach reach, String user, boolean unread, @Nullable UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("account", reach.account())
                .param("services", reach.ids())
                .param("user", user)
                .param("unread", unread)
                .param("after", after)
                .param("limit", limit + 1)
                .query(this::line)
                .list();
    }

    long unread(Reach reach, String user) {
        return jdbc.sql(UNREAD)
                .param("account", reach.account())
                .param("services", reach.ids())
                .param("user", user)
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("severity"),
                NoticeCode.of(row.getString("code")).orElseThrow(),
                json.read(row.getString("parameters"), Map.class),
                row.getString("link"),
                row.getBoolean("read"));
    }

    /** @param read by the user who asks */
    record Line(
            UUID id,
            Instant at,
            String severity,
            NoticeCode code,
            Map<String, String> parameters,
            String link,
            boolean read) {}
}

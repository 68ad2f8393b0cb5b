package io.moorage.identity.delegation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may act for an account, with the personal data that stands beside the log: its owner first, then as they came. */
@Component
class UserList {
    private static final String USERS = """
            select held.*, coalesce(login, '') as login, coalesce(email, '') as email,
                coalesce(nullif(trim(first_name || ' ' || last_name), ''), login, '') as name,
                (select at from access_use used where used.user_id = held.user_id and used.account = :account) as last_used_at
            from (select user_id, true as owner, kind, null::text[] as permissions, null::text[] as services,
                      null::timestamptz as ends_at, since
                  from account_access where account = :account and own
                  union all
                  select user_id, false, null, permissions, services, ends_at, since
                  from delegation where account = :account and (ends_at is null or ends_at > :now)) held
            left join person using (user_id)
            """;

    private final JdbcClient jdbc;

    UserList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After that place; one more than asked for tells that others follow. */
    List<Line> page(String account, @Nullable Place after, Instant now, int limit) {
        return jdbc.sql(USERS + """
                        where :userId::text is null or (since, user_id) > (:since::timestamptz, :userId)
                        order by since, user_id limit :limit
                        """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("since", after == null ? null : Timestamp.from(after.since()))
                .param("userId", after == null ? null : after.userId())
                .param("limit", limit + 1)
                .query(UserList::line)
                .list();
    }

    Optional<Line> find(String account, String userId, Instant now) {
        return jdbc.sql(USERS + " where user_id = :userId")
                .param("account", account)
                .param("now", Timestamp.from(now))
                .param("userId", userId)
                .query(UserList::line)
                .optional();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        boolean owner = row.getBoolean("owner");
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        Access access = owner ? Access.ofOwner(row.getString("kind")) : Delegations.access(row);
        return new Line(
                row.getString("user_id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("email"),
                owner,
                access.permissions(),
                access.shownServices(),
                access.endsAt(),
                row.getTimestamp("since").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }

    /** The user that a page ended with. */
    record Place(Instant since, String userId) {
        static Place read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 2 || parts[1].indexOf('\0') >= 0) throw new IllegalArgumentException(text);
            try {
                return new Place(Instant.parse(parts[0]), parts[1]);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        static String write(Line user) {
            return user.since() + " " + user.id();
        }
    }

    /**
     * Somebody who may act for the account.
     *
     * @param owner whether the account is theirs: then they may do everything, and can't be removed
     * @param services {@code "all"}, or the ids of the services that the access is limited to
     * @param since when they got access
     * @param lastUsedAt when they last acted for the account, to some minutes; null if never
     */
    @Schema(name = "AccountUser")
    record Line(
            String id,
            String login,
            String name,
            String email,
            boolean owner,
            List<String> permissions,

            @Schema(types = {"string", "array"}) Object services,

            @Nullable Instant endsAt,
            Instant since,
            @Nullable Instant lastUsedAt) {}
}

package io.moorage.identity.delegation;

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

/** A user's delegations as they see them, with the names of the accounts' owners. */
@Component
public class DelegationList {
    private static final String OF_USER = """
            select delegation.*, coalesce(nullif(trim(first_name || ' ' || last_name), ''), login, delegation.account) as name
            from delegation
            left join account_access owned on owned.account = delegation.account and owned.own
            left join person on person.user_id = owned.user_id
            where delegation.user_id = :userId and (ends_at is null or ends_at > :now)
            """;

    private final JdbcClient jdbc;

    DelegationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, after that one; one more than asked for tells that others follow. */
    List<Line> page(String userId, @Nullable String after, Instant now, int limit) {
        return jdbc.sql(OF_USER + " and (:after::text is null or id > :after) order by id limit :limit")
                .param("userId", userId)
                .param("now", Timestamp.from(now))
                .param("after", after)
                .param("limit", limit + 1)
                .query(DelegationList::line)
                .list();
    }

    public Optional<Line> find(String userId, String id, Instant now) {
        return jdbc.sql(OF_USER + " and id = :id")
                .param("userId", userId)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query(DelegationList::line)
                .optional();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        Access access = Delegations.access(row);
        return new Line(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                access.permissions(),
                access.shownServices(),
                access.endsAt(),
                row.getTimestamp("since").toInstant());
    }

    /**
     * Somebody else's account that one may act for.
     *
     * @param name what people know the account by, as its owner's name
     * @param services {@code "all"}, or the ids of the services that the access is limited to
     * @param since when one got access
     */
    @Schema(name = "Delegation")
    public record Line(
            String id,
            String account,
            String name,
            List<String> permissions,

            @Schema(types = {"string", "array"}) Object services,

            @Nullable Instant endsAt,
            Instant since) {}
}

package io.moorage.identity.apitoken;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenCreated;
import io.moorage.identity.apitoken.ApiTokenEvent.ApiTokenRevoked;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each API token until it is revoked; what isn't in the log stands in {@link ApiTokenSecrets}. */
@WithCommand(tables = "api_token")
public class ApiTokens {
    private static final String WHOLE =
            "select api_token.*, name, last_used_at from api_token join api_token_secret on token = id ";

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ApiTokenCreated event) {
        Access access = event.access();
        jdbc.sql("""
                insert into api_token (id, user_id, account, permissions, services, ends_at, created_at)
                values (?, ?, ?, ?::text[], ?::text[], ?, ?)
                """)
                .params(
                        event.tokenId(),
                        event.userId(),
                        event.account(),
                        Delegations.array(access.permissions()),
                        Delegations.array(access.services()))
                .param(Delegations.timestamp(access.endsAt()))
                .param(Timestamp.from(event.at()))
                .update();
    }

    @EventHandler
    void on(ApiTokenRevoked event) {
        jdbc.sql("delete from api_token where id = ?").param(event.tokenId()).update();
    }

    /** A user's for an account, newest first, after that one; one more than asked for tells that others follow. */
    List<Line> page(String userId, String account, @Nullable String after, int limit) {
        return jdbc.sql(WHOLE + """
                        where user_id = :userId and account = :account and (:after::text is null or id < :after)
                        order by id desc limit :limit
                        """)
                .param("userId", userId)
                .param("account", account)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ApiTokens::line)
                .list();
    }

    Optional<Line> find(String userId, String account, String id) {
        return jdbc.sql(WHOLE + "where user_id = ? and account = ? and id = ?")
                .params(userId, account, id)
                .query(ApiTokens::line)
                .optional();
    }

    /** What a token is for; empty if there is none, or if it has expired or was revoked. */
    public Optional<Right> right(String token, Instant now) {
        return jdbc.sql("select api_token.* from api_token_secret join api_token on id = token"
                        + " where hash = ? and ends_at > ?")
                .params(ApiTokenSecrets.hash(token), Timestamp.from(now))
                .query((row, index) -> new Right(
                        row.getString("id"),
                        row.getString("user_id"),
                        row.getString("account"),
                        Delegations.access(row)))
                .optional();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        Access access = Delegations.access(row);
        Timestamp used = row.getTimestamp("last_used_at");
        return new Line(
                row.getString("id"),
                row.getString("name"),
                access.permissions(),
                access.shownServices(),
                row.getTimestamp("ends_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    /** Whom a token stands for, and what its creator put into it. */
    public record Right(String tokenId, String userId, String account, Access access) {}

    /**
     * An API token as its creator sees it.
     *
     * @param services {@code "all"}, or the ids of the services that it is limited to
     * @param lastUsedAt to about five minutes; null if it never was
     */
    @Schema(name = "ApiToken")
    record Line(
            String id,
            String name,
            List<String> permissions,

            @Schema(types = {"string", "array"}) Object services,

            Instant expiresAt,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}
}

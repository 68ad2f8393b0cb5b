package io.moorage.identity.delegation;

import io.moorage.eventstore.WithCommand;
import io.moorage.identity.delegation.DelegationEvent.DelegationChanged;
import io.moorage.identity.delegation.DelegationEvent.DelegationGranted;
import io.moorage.identity.delegation.DelegationEvent.DelegationRevoked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each delegation while it lasts. */
@WithCommand(tables = "delegation")
public class Delegations {
    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(DelegationGranted event) {
        // One whose time is over has its row until it is swept up.
        jdbc.sql("delete from delegation where id = ?")
                .param(event.delegationId())
                .update();
        jdbc.sql("""
                insert into delegation (id, account, user_id, permissions, services, ends_at, version, since)
                values (?, ?, ?, ?::text[], ?::text[], ?, ?, ?)
                """)
                .params(
                        event.delegationId(),
                        event.account(),
                        event.userId(),
                        array(event.access().permissions()),
                        array(event.access().services()))
                .param(timestamp(event.access().endsAt()))
                .params(event.version(), Timestamp.from(event.at()))
                .update();
    }

    @EventHandler
    void on(DelegationChanged event) {
        jdbc.sql(
                        "update delegation set permissions = ?::text[], services = ?::text[], ends_at = ?, version = ? where id = ?")
                .params(
                        array(event.access().permissions()),
                        array(event.access().services()))
                .param(timestamp(event.access().endsAt()))
                .params(event.version(), event.delegationId())
                .update();
    }

    @EventHandler
    void on(DelegationRevoked event) {
        jdbc.sql("delete from delegation where id = ?")
                .param(event.delegationId())
                .update();
    }

    /** What the user may do for the account; empty if nothing, or not any more. */
    public Optional<Current> find(String userId, String account, Instant now) {
        return jdbc.sql(
                        "select * from delegation where user_id = ? and account = ? and (ends_at is null or ends_at > ?)")
                .params(userId, account, Timestamp.from(now))
                .query((row, index) -> new Current(row.getString("id"), row.getInt("version"), access(row)))
                .optional();
    }

    /** Those whose time is over. */
    List<String> ended(Instant now, int limit) {
        return jdbc.sql("select id from delegation where ends_at <= ? order by ends_at limit ?")
                .params(Timestamp.from(now), limit)
                .query((row, index) -> row.getString("id"))
                .list();
    }

    /** A delegation as it stands. */
    public record Current(String id, int version, Access access) {}

    /** Of a row with the columns {@code permissions}, {@code services} and {@code ends_at}. */
    public static Access access(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("ends_at");
        return new Access(words(row, "permissions"), words(row, "services"), end == null ? null : end.toInstant());
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** Codes and ids hold nothing that would need quotes. */
    public static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }

    public static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}

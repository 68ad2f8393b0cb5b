package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerBody.Row;
import io.moorage.web.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks servers up. An account finds those that it holds a role on, and no others. */
@Component
public class Servers {
    private final JdbcClient jdbc;

    Servers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such server, or if the account holds no role on it or access doesn't reach it: nobody may know which. */
    public Optional<Machine> find(Reach reach, String number) {
        return row(reach, number).map(Row::machine);
    }

    /** Whoever it belongs to; the roles are those of the account that holds the admin role. For what acts by itself, not for a caller. */
    public Optional<Machine> machine(String number) {
        return jdbc.sql("select * from server where number = ? order by 'admin' = any(roles) desc limit 1")
                .param(number)
                .query(Servers::machine)
                .optional();
    }

    /** The account's servers by their numbers, after the one with that number; for the list of everything rented. */
    public List<Rented> rented(Reach reach, @Nullable String after, int limit) {
        return jdbc.sql("""
                select * from server where account = :account
                and (:services::text[] is null or number = any(:services::text[]))
                and (:after::text is null or position > (select position from server where account = :account and number = :after))
                order by position limit :limit
                """)
                .param("account", reach.account())
                .param("services", reach.ids())
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Rented(
                        machine(row, index),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    Optional<Row> row(Reach reach, String number) {
        if (!reach.covers(number)) return Optional.empty();
        return jdbc.sql("select * from server where account = ? and number = ?")
                .params(reach.account(), number)
                .query(Row::of)
                .optional();
    }

    static Machine machine(ResultSet row, int index) throws SQLException {
        return new Machine(
                row.getString("number"),
                roles(row),
                row.getString("status"),
                row.getBoolean("overdue"),
                row.getString("image"),
                row.getString("driver"),
                row.getString("driver_address"));
    }

    private static Set<ContactRole> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(ContactRole::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A server as those who work on it need it.
     *
     * @param roles that the asking account holds
     * @param status {@code provisioning}, {@code active}, {@code suspended} or {@code cancelled}
     */
    public record Machine(
            String number,
            Set<ContactRole> roles,
            String status,
            boolean overdue,
            String image,
            String driver,
            String driverAddress) {}

    /** A server among everything that an account rents. */
    public record Rented(Machine machine, String name, Instant since) {}
}

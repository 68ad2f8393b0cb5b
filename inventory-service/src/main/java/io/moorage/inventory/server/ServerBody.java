package io.moorage.inventory.server;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server as the API shows it.
 *
 * @param overdue whether its payment is late
 * @param rescue whether it is in rescue mode
 * @param roles that the acting account holds on it
 * @param busyWith the id of the action that works on it
 * @param reverseDns the DNS name of each address that has one; only where one server is asked for
 */
@Schema(name = "Server")
record ServerBody(
        String number,
        String name,

        @Schema(allowableValues = {"vps", "dedicated", "gpu"})
        String kind,

        String location,
        String datacenter,

        @Schema(allowableValues = {"provisioning", "active", "suspended", "cancelled"})
        String status,

        boolean overdue,
        @Schema(allowableValues = {"on", "off"}) String power,
        boolean rescue,
        List<String> ips,
        List<String> tags,
        Specification specification,
        String image,

        @ArraySchema(schema = @Schema(allowableValues = {"admin", "technical", "billing"}))
        List<String> roles,

        @Nullable String busyWith,
        Instant createdAt,
        @Nullable Map<String, String> reverseDns) {

    ServerBody with(List<String> ownTags, @Nullable String action, @Nullable Map<String, String> names) {
        return new ServerBody(
                number,
                name,
                kind,
                location,
                datacenter,
                status,
                overdue,
                power,
                rescue,
                ips,
                ownTags,
                specification,
                image,
                roles,
                action,
                createdAt,
                names);
    }

    /** A row of the table {@code server}: what the API shows of it, but for tags and names, and what it doesn't. */
    record Row(ServerBody body, String position, String sortName, Servers.Machine machine) {
        static Row of(ResultSet row, int index) throws SQLException {
            return new Row(
                    body(row), row.getString("position"), row.getString("sort_name"), Servers.machine(row, index));
        }

        private static ServerBody body(ResultSet row) throws SQLException {
            return new ServerBody(
                    row.getString("number"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("location"),
                    row.getString("datacenter"),
                    row.getString("status"),
                    row.getBoolean("overdue"),
                    row.getString("power"),
                    row.getBoolean("rescue"),
                    words(row, "ips"),
                    List.of(),
                    new Specification(
                            row.getInt("cpus"),
                            row.getInt("cores"),
                            row.getInt("ram_gb"),
                            row.getInt("disk_gb"),
                            row.getString("gpu")),
                    row.getString("image"),
                    words(row, "roles"),
                    null,
                    row.getTimestamp("created_at").toInstant(),
                    null);
        }

        private static List<String> words(ResultSet row, String column) throws SQLException {
            return Arrays.asList((String[]) row.getArray(column).getArray());
        }
    }
}

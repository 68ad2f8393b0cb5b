package io.moorage.inventory.hostingplan;

import io.moorage.eventstore.WithCommand;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanOpened;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanReleased;
import io.moorage.inventory.hostingplan.HostingPlanEvent.HostingPlanSuspended;
import io.moorage.inventory.server.ContactRole;
import io.moorage.web.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hosting plans on which an account holds a role. */
@WithCommand(tables = "hosting_plan")
public class HostingPlans {
    private final JdbcClient jdbc;

    HostingPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(HostingPlanOpened event) {
        for (String account : event.contacts().holders())
            jdbc.sql("insert into hosting_plan (account, id, roles, name, domain, status, created_at) values"
                            + " (?, ?, ?::text[], ?, ?, 'active', ?)")
                    .params(
                            account,
                            event.id(),
                            event.contacts().rolesOf(account).stream()
                                    .map(ContactRole::code)
                                    .collect(Collectors.joining(",", "{", "}")),
                            event.name(),
                            event.domain(),
                            Timestamp.from(event.at()))
                    .update();
    }

    @EventHandler
    void on(HostingPlanSuspended event) {
        status(event.id(), "suspended");
    }

    @EventHandler
    void on(HostingPlanReleased event) {
        if (event.active()) status(event.id(), "active");
    }

    private void status(String id, String status) {
        jdbc.sql("update hosting_plan set status = ? where id = ?")
                .params(status, id)
                .update();
    }

    /** By id, after that one. */
    public List<Line> page(Reach reach, @Nullable String after, int limit) {
        return jdbc.sql("select * from hosting_plan where account = :account"
                        + " and (:services::text[] is null or id = any(:services::text[]))"
                        + " and (:after::text is null or id > :after)"
                        + " order by id limit :limit")
                .param("account", reach.account())
                .param("services", reach.ids())
                .param("after", after)
                .param("limit", limit)
                .query(HostingPlans::line)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("name"),
                row.getString("domain"),
                row.getString("status"),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("created_at").toInstant());
    }

    /**
     * A hosting plan as an account sees it.
     *
     * @param status {@code active} or {@code suspended}
     * @param roles that the account holds on it
     */
    public record Line(String id, String name, String domain, String status, List<String> roles, Instant createdAt) {}
}

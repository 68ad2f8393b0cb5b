package io.moorage.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.eventstore.Commands;
import io.moorage.eventstore.ReadModels;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import io.moorage.inventory.hostingplan.HostingPlanCommand.OpenHostingPlan;
import io.moorage.inventory.hostingplan.HostingPlanCommand.SuspendHostingPlan;
import io.moorage.inventory.server.ServerCommand.RecordImage;
import io.moorage.inventory.server.ServerCommand.RecordPower;
import io.moorage.inventory.server.ServerCommand.SuspendServer;
import io.moorage.inventory.server.SuspensionReason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@InventoryTest
@SuppressWarnings("NullAway.Init")
class ReadModelsIT {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    @Autowired
    ReadModels readModels;

    @Autowired
    JdbcTemplate sql;

    @Test
    void every_read_model_rebuilt_from_the_log_is_as_it_was() {
        Client customer = new Client(port);
        String number = customer.server(Map.of("tags", List.of("kept"), "ips", List.of("192.0.2.1", "2001:db8::1")));
        commands.send(new RecordPower(number, false, AT));
        commands.send(new RecordImage(number, "ubuntu-26.04", AT));
        commands.send(new RequestAction("a-r", customer.account, number, ActionType.REINSTALL, "debian-13", "u-1", AT));
        commands.send(new RecordOutcome("a-r", Outcome.FAILED, ActionFault.MACHINE_FAILED, AT));
        commands.send(new SuspendServer(number, SuspensionReason.ABUSE, AT));
        customer.server(Map.of("overdue", true, "name", "second"));
        commands.send(new OpenHostingPlan("hp-r", customer.account, "Hébergement Web - VPS-5", "hst-test.eu", AT));
        commands.send(new SuspendHostingPlan("hp-r", SuspensionReason.UNPAID, AT));
        assertThat(readModels.all())
                .extracting(ReadModels.State::name)
                .contains("ServerList", "HostingPlans", "ServerActionList");
        Map<String, List<?>> before = rows();

        for (ReadModels.State each : readModels.all()) readModels.rebuild(each.name());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(readModels.all())
                        .extracting(ReadModels.State::state)
                        .containsOnly("rebuilt"));
        assertThat(rows()).isEqualTo(before);
        assertThat(sql.queryForList("select tag from server_tag where number = ?", String.class, number))
                .containsExactly("kept");
    }

    private Map<String, List<?>> rows() {
        Map<String, List<?>> rows = new LinkedHashMap<>();
        for (ReadModels.State model : readModels.all())
            for (String table : model.tables())
                rows.put(table, sql.queryForList("select t::text from " + table + " t order by 1", String.class));
        return rows;
    }
}

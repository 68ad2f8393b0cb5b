package io.moorage.inventory.action;

import io.moorage.eventstore.WithCommand;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionRequested;
import io.moorage.inventory.server.Busy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which action has a server. The row's key is what lets one action at a time be asked for, in whichever replica; it
 * decides instead of showing, so it isn't among the tables that are rebuilt.
 */
@WithCommand
class ServerBusy implements Busy {
    private final JdbcClient jdbc;

    ServerBusy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ServerActionRequested event) {
        jdbc.sql("insert into server_busy (server, action) values (?, ?)")
                .params(event.server(), event.actionId())
                .update();
    }

    @EventHandler
    void on(ServerActionFinished event) {
        jdbc.sql("delete from server_busy where server = ? and action = ?")
                .params(event.server(), event.actionId())
                .update();
    }

    Optional<String> blocking(String server) {
        return Optional.ofNullable(busyWith(List.of(server)).get(server));
    }

    @Override
    public Map<String, String> busyWith(Collection<String> servers) {
        return jdbc
                .sql("select server, action from server_busy where server = any(?)")
                .param(servers.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

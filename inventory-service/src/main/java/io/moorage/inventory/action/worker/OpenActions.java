package io.moorage.inventory.action.worker;

import io.moorage.eventstore.Trace;
import io.moorage.inventory.action.driver.ActionType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what there is to do. */
@Component
class OpenActions {
    private final JdbcClient jdbc;

    OpenActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty once the action has ended. */
    Optional<OpenAction> find(String id) {
        return jdbc.sql("select * from server_action where id = ? and state in ('requested', 'running')")
                .param(id)
                .query(OpenActions::action)
                .optional();
    }

    private static OpenAction action(ResultSet row, int index) throws SQLException {
        Timestamp started = row.getTimestamp("started_at");
        return new OpenAction(
                row.getString("id"),
                row.getString("server"),
                ActionType.of(row.getString("type")).orElseThrow(),
                row.getString("image"),
                started == null ? null : started.toInstant(),
                row.getInt("step"),
                row.getString("checkpoint"),
                row.getInt("progress"),
                row.getBoolean("cancellable"),
                row.getBoolean("cancelling"),
                new Trace(
                        row.getString("requested_by"),
                        row.getString("capacity"),
                        row.getString("account"),
                        row.getString("session"),
                        row.getString("correlation"),
                        null));
    }
}

package io.moorage.inventory.action;

import io.moorage.eventstore.WithCommand;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAdvanced;
import io.moorage.inventory.action.ServerActionEvent.ServerActionCancellationRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionStarted;
import io.moorage.inventory.action.driver.Outcome;
import io.moorage.web.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each action: what customers see of it, and what the worker goes on from. */
@WithCommand(tables = "server_action")
class ServerActionList {
    private final JdbcClient jdbc;

    ServerActionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Capacity, session and correlation are kept, so that what the worker does is told as what the request set off. */
    @EventHandler
    void on(
            ServerActionRequested event,
            @MetaDataValue("capacity") @Nullable String capacity,
            @MetaDataValue("session") @Nullable String session,
            @MetaDataValue("correlationid") @Nullable String correlation) {
        jdbc.sql("""
                insert into server_action (id, account, server, type, image, requested_by, capacity, session, correlation, state,
                    requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?)""")
                .params(
                        event.actionId(),
                        event.account(),
                        event.server(),
                        event.type().code())
                .param(event.image())
                .param(event.requestedBy())
                .param(capacity)
                .param(session)
                .param(correlation)
                .param(Timestamp.from(event.at()))
                .update();
    }

    @EventHandler
    void on(ServerActionStarted event) {
        jdbc.sql("update server_action set state = 'running', started_at = ? where id = ?")
                .params(Timestamp.from(event.at()), event.actionId())
                .update();
    }

    @EventHandler
    void on(ServerActionAdvanced event) {
        jdbc.sql("update server_action set step = ?, checkpoint = ?, progress = ?, cancellable = ? where id = ?")
                .params(event.step(), event.checkpoint(), event.progress(), event.cancellable(), event.actionId())
                .update();
    }

    @EventHandler
    void on(ServerActionCancellationRequested event) {
        jdbc.sql("update server_action set cancelling = true where id = ?")
                .param(event.actionId())
                .update();
    }

    @EventHandler
    void on(ServerActionFinished event) {
        jdbc.sql("""
                update server_action set state = ?, fault = ?, finished_at = ?, progress = case when ? then 100 else progress end
                where id = ?""")
                .param(event.outcome().code())
                .param(event.fault() == null ? null : event.fault().code())
                .param(Timestamp.from(event.at()))
                .param(event.outcome() == Outcome.SUCCEEDED)
                .param(event.actionId())
                .update();
    }

    Optional<Line> find(String id) {
        return jdbc.sql("select * from server_action where id = ?")
                .param(id)
                .query(ServerActionList::line)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param requesters whose actions, and on which servers; null for those of anybody, on the server given
     * @param after the action after which to begin
     * @param limit one more is returned if others follow
     */
    List<Line> page(
            @Nullable Reach requesters,
            @Nullable String server,
            @Nullable ServerActionState state,
            @Nullable String after,
            int limit) {
        return jdbc.sql("""
                select * from server_action
                where (:account::text is null or account = :account)
                    and (:services::text[] is null or server = any(:services::text[])) and (:server::text is null or server = :server)
                    and (:state::text is null or state = :state) and (:after::text is null or id < :after)
                order by id desc limit :limit""")
                .param("account", requesters == null ? null : requesters.account())
                .param("services", requesters == null ? null : requesters.ids())
                .param("server", server)
                .param("state", state == null ? null : state.code())
                .param("after", after)
                .param("limit", limit + 1)
                .query(ServerActionList::line)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("account"),
                row.getString("server"),
                row.getString("type"),
                row.getString("image"),
                ServerActionState.of(row.getString("state")).orElseThrow(),
                row.getInt("progress"),
                row.getBoolean("cancellable") && !row.getBoolean("cancelling"),
                row.getString("requested_by"),
                Objects.requireNonNull(instant(row, "requested_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("fault"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    record Line(
            String id,
            String account,
            String server,
            String type,
            @Nullable String image,
            ServerActionState state,
            int progress,
            boolean cancellable,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String fault) {}
}

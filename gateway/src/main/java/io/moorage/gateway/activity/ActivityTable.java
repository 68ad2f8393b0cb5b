package io.moorage.gateway.activity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of activities that account-service doesn't have yet. Each call is one statement, however many rows. */
@Component
class ActivityTable {
    private final DatabaseClient sql;
    private final JsonMapper json;

    ActivityTable(DatabaseClient lookUps, JsonMapper json) {
        this.sql = lookUps;
        this.json = json;
    }

    Mono<Void> insert(List<Row> rows) {
        return sql.sql("""
                insert into activity (id, at, user_id, login, capacity, account, session, address, action, target,
                    correlation, ended, status, code)
                select id, at, "user", login, capacity, account, session, address, action, target, correlation, ended,
                    status, code
                from json_to_recordset(:rows::json) as row (id uuid, at timestamptz, "user" text, login text,
                    capacity text, account text, session text, address text, action text, target text, correlation text,
                    ended boolean, status integer, code text)""").bind("rows", json.writeValueAsString(rows)).then();
    }

    Mono<Void> end(List<Outcome> outcomes) {
        return sql.sql("""
                update activity set ended = true, action = row.action, target = row.target, status = row.status,
                    code = row.code
                from json_to_recordset(:rows::json) as row (id uuid, action text, target text, status integer, code text)
                where activity.id = row.id""").bind("rows", json.writeValueAsString(outcomes)).then();
    }

    /**
     * Takes rows for a while, so that no other gateway ships them meanwhile: those that have ended, and those begun before
     * an instant, of which no outcome will come.
     */
    Flux<Row> claim(Instant now, Instant until, Instant begunBefore, int most) {
        return sql.sql("""
                update activity set claimed_until = :until where id in (
                    select id from activity
                    where (ended or at < :begunBefore) and (claimed_until is null or claimed_until <= :now)
                    order by id limit :most for update skip locked)
                returning *""")
                .bind("until", until)
                .bind("begunBefore", begunBefore)
                .bind("now", now)
                .bind("most", most)
                .map(ActivityTable::read)
                .all();
    }

    Mono<Void> delete(List<UUID> ids) {
        return sql.sql("delete from activity where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    Mono<Void> putOff(List<UUID> ids, Instant until) {
        return sql.sql("update activity set claimed_until = :until where id = any(:ids)")
                .bind("until", until)
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    private static Row read(Readable row) {
        return new Row(
                required(row, "id", UUID.class),
                required(row, "at", Instant.class),
                required(row, "user_id", String.class),
                required(row, "login", String.class),
                required(row, "capacity", String.class),
                row.get("account", String.class),
                required(row, "session", String.class),
                required(row, "address", String.class),
                required(row, "action", String.class),
                required(row, "target", String.class),
                required(row, "correlation", String.class),
                required(row, "ended", Boolean.class),
                row.get("status", Integer.class),
                row.get("code", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /**
     * @param capacity {@code staff} where the provider's staff did it for a customer; otherwise empty
     * @param account null for the user's own
     * @param status null where no answer was seen
     */
    record Row(
            UUID id,
            Instant at,
            String user,
            String login,
            String capacity,
            @Nullable String account,
            String session,
            String address,
            String action,
            String target,
            String correlation,
            boolean ended,
            @Nullable Integer status,
            @Nullable String code) {}

    /** What came of a row; action and target once more, since the answer may have told them better. */
    record Outcome(
            UUID id,
            String action,
            String target,
            @Nullable Integer status,
            @Nullable String code) {}
}

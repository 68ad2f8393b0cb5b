package io.moorage.bench.reference;

import io.moorage.contracts.Uuid7;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of a requested top-up as billing-service stores them, written by JDBC alone: one statement each. */
public final class BareTopUps {
    private static final String REQUEST = """
            with appended as (
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                select 'top-up', aggregate_id, 0, 'TopUpRequested', '1', id, at, payload, metadata, event_hash(
                    null, aggregate_id, 0, 'TopUpRequested', '1', id, at, payload, metadata)
                from (values (?, ?, ?::timestamptz, ?::json, ?::json)) as new (aggregate_id, id, at, payload, metadata)
            ), requested as (
                insert into request_key (key, body_hash, ids, status, location, content_type, answer)
                values (?, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', array[?], 201, ?, 'application/json', ?)
            )
            insert into top_up (id, account, amount, currency, method, state, created_at) values (?, ?, 50, 'EUR', 'sandbox', 'requested', ?)
            """;
    private static final String EVENT =
            "{\"topUpId\":\"%s\",\"account\":\"%s\",\"amount\":{\"amount\":\"50.00\",\"currency\":\"EUR\"},\"method\":\"sandbox\",\"at\":\"%s\"}";
    private static final String TRACE =
            "{\"actor\":\"%s\",\"account\":\"%s\",\"session\":\"test-session\",\"correlationid\":\"%s\"}";

    private final DataSource pool;

    /** @param pool to the database of a billing-service */
    public BareTopUps(DataSource pool) {
        this.pool = pool;
    }

    public void request(String account) throws SQLException {
        String id = Uuid7.next().toString();
        String any = UUID.randomUUID().toString();
        Instant now = Instant.now();
        String event = EVENT.formatted(id, account, now);
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(REQUEST)) {
            int i = 0;
            insert.setString(++i, id);
            insert.setString(++i, any);
            insert.setTimestamp(++i, Timestamp.from(now));
            insert.setString(++i, event);
            insert.setString(++i, TRACE.formatted(any, account, any));
            insert.setString(++i, any + any);
            insert.setString(++i, id);
            insert.setString(++i, "/api/v1/top-ups/" + id);
            insert.setBytes(++i, event.getBytes(StandardCharsets.UTF_8));
            insert.setString(++i, id);
            insert.setString(++i, account);
            insert.setTimestamp(++i, Timestamp.from(now));
            insert.executeUpdate();
        }
    }
}

package io.moorage.bench.reference;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The rows of a counting command, written by JDBC alone: one statement, committed by itself. Nothing is read, decided
 * or checked; each counter belongs to one client, so nobody meets.
 */
public final class BareCounters {
    private static final String APPEND = """
            with appended as (
                insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                select 'counter', aggregate_id, n, 'Counted', '1', id, at, payload, metadata, event_hash(
                    (select hash from event previous where previous.aggregate_id = new.aggregate_id and previous.n = new.n - 1),
                    aggregate_id, n, 'Counted', '1', id, at, payload, metadata)
                from (values (?, ?::bigint, ?, ?::timestamptz, ?::json, ?::json))
                    as new (aggregate_id, n, id, at, payload, metadata)
            ), once as (
                %s
            )
            insert into counter_value values (?, ?) on conflict (id) do update set value = excluded.value
            """;
    private static final String ONCE = APPEND.formatted("insert into done_once (key) values (?)");
    private static final String REQUESTED = APPEND.formatted("""
            insert into request_key (key, body_hash, ids, status, content_type, answer)
            values (?, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', '{}', 201, 'application/json', ?)
            """);
    private static final byte[] ANSWER =
            "{\"token\":\"00000000-0000-0000-0000-000000000000\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final String TRACE = """
            {"actor":"5a105e8b-9d40-3132-9780-d62ea2265d8a","account":"bb00001-mo","session":"test-session",\
            "correlationid":"5a105e8b-9d40-3132-9780-d62ea2265d8a"}""";

    private final DataSource pool;
    private final long[] next;
    private final AtomicLong fresh = new AtomicLong();

    /**
     * @param existing counters as {@link Databases#addCounters} made them
     * @param events of each
     */
    public BareCounters(DataSource pool, int existing, int events) {
        this.pool = pool;
        this.next = new long[existing];
        java.util.Arrays.fill(next, events);
    }

    /** With a row that keeps the command from taking effect twice. */
    public void countOnce(int counter) throws SQLException {
        write(ONCE, "c-" + counter, next[counter]++, "{}", false);
    }

    /** A counter that is new. */
    public void countOnceAnew() throws SQLException {
        write(ONCE, "new-" + fresh.incrementAndGet(), 0, "{}", false);
    }

    /** With the row of a request that may be repeated, its answer, and the trace of who made it. */
    public void request(int counter) throws SQLException {
        write(REQUESTED, "c-" + counter, next[counter]++, TRACE, true);
    }

    private void write(String sql, String id, long n, String metadata, boolean request) throws SQLException {
        String token = UUID.randomUUID().toString();
        try (var connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            int i = 0;
            insert.setString(++i, id);
            insert.setLong(++i, n);
            insert.setString(++i, UUID.randomUUID().toString());
            insert.setTimestamp(++i, Timestamp.from(Instant.now()));
            insert.setString(++i, "{\"id\":\"" + id + "\",\"value\":" + (n + 1) + ",\"token\":\"" + token + "\"}");
            insert.setString(++i, metadata);
            insert.setString(++i, request ? token + token : token);
            if (request) insert.setBytes(++i, ANSWER);
            insert.setString(++i, id);
            insert.setLong(++i, n + 1);
            insert.executeUpdate();
        }
    }
}

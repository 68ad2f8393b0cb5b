package io.moorage.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.service.BenchService;
import io.moorage.eventstore.Position;
import io.moorage.eventstore.StoredEvent;
import io.moorage.eventstore.Tail;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our log, read by a {@code @FromTail} bean. Written in SQL, so that the writer can pause and its clock can be wrong. */
final class OurLog implements Log {
    private static final int ALL = 1000;
    private static final String APPEND = """
            insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
            select 'counter', aggregate_id, 0, 'Counted', '1', id, at, payload, '{}',
                event_hash(null, aggregate_id, 0, 'Counted', '1', id, at, payload, '{}')
            from (values (?, gen_random_uuid()::text, ?::timestamptz, ?::json)) as new (aggregate_id, id, at, payload)
            """;

    private final String database = Databases.likeAService();
    private final HikariDataSource pool = Databases.pool(database);
    private final JdbcTemplate sql = new JdbcTemplate(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    private @Nullable ConfigurableApplicationContext reader;

    @Override
    public void append(String id, Instant at, Runnable beforeCommit) {
        String payload = "{\"id\":\"%s\",\"value\":1,\"token\":\"%s\"}".formatted(id, id);
        transaction.executeWithoutResult(status -> {
            sql.update(APPEND, id, Timestamp.from(at), payload);
            beforeCommit.run();
        });
    }

    @Override
    public void startReader() {
        reader = BenchService.start(database, Map.of("bench.replays", "rows"));
    }

    @Override
    public void awaitReader() {
        Tail tail = Objects.requireNonNull(reader).getBean(Tail.class);
        Tail.Batch readable = tail.after(Position.START, ALL);
        assertThat(readable.more())
                .as("what waits for an open transaction is known to follow")
                .isEqualTo(readable.events().size() < stored().size());
        String[] ids = readable.events().stream().map(StoredEvent::aggregateId).toArray(String[]::new);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(delivered()).contains(ids));
    }

    @Override
    public List<String> delivered() {
        return sql.query("select id from counted order by place", (row, index) -> row.getString(1));
    }

    @Override
    public List<String> stored() {
        return sql.query("select aggregate_id from event order by seq", (row, index) -> row.getString(1));
    }

    @Override
    public void close() {
        if (reader != null) reader.close();
        pool.close();
    }
}

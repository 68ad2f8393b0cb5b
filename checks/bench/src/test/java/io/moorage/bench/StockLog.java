package io.moorage.bench;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.service.CounterEvent.Counted;
import io.moorage.bench.stock.StockAxon;
import io.moorage.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stock engine's log and its tracking processor. */
final class StockLog implements Log {
    private final HikariDataSource pool = Databases.pool(TestPostgres.freshDatabase(), "TRANSACTION_READ_COMMITTED");
    private final Reader reader = new Reader();
    private final StockAxon axon = StockAxon.forReading(pool, reader);

    @Override
    public void append(String id, Instant at, Runnable beforeCommit) {
        axon.append(
                new GenericDomainEventMessage<>(
                        "counter",
                        id,
                        0,
                        new Counted(id, 1, id),
                        Map.of(),
                        UUID.randomUUID().toString(),
                        at),
                beforeCommit);
    }

    @Override
    public void startReader() {
        axon.start();
    }

    @Override
    public void awaitReader() {
        String newest = stored().getLast();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.delivered.contains(newest));
    }

    @Override
    public List<String> delivered() {
        return reader.delivered;
    }

    @Override
    public List<String> stored() {
        return new JdbcTemplate(pool)
                .query(
                        "select aggregateidentifier from domainevententry order by globalindex",
                        (row, index) -> row.getString(1));
    }

    @Override
    public void close() {
        axon.close();
        pool.close();
    }

    static final class Reader {
        final List<String> delivered = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Counted event) {
            delivered.add(event.id());
        }
    }
}

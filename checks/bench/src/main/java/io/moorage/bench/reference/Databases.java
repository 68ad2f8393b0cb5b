package io.moorage.bench.reference;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moorage.testkit.TestPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fresh databases of the one PostgreSQL that all sides of a contest use, and pools as the services have them. */
public final class Databases {
    private static final int POOL = 20;
    /** Whoever waits long for a hot row is slow, and has not failed. */
    private static final long CONNECTION_WAIT_MS = 120_000;

    private Databases() {}

    /** With the tables of a service of ours. */
    public static String likeAService() {
        String database = TestPostgres.freshDatabase();
        Flyway.configure()
                .dataSource(database, "postgres", "postgres")
                .outOfOrder(true)
                .load()
                .migrate();
        return database;
    }

    /** As the services are configured. */
    public static HikariDataSource pool(String database) {
        return pool(database, "TRANSACTION_REPEATABLE_READ");
    }

    public static HikariDataSource pool(String database, String isolation) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(POOL);
        config.setConnectionTimeout(CONNECTION_WAIT_MS);
        config.setTransactionIsolation(isolation);
        return new HikariDataSource(config);
    }

    /**
     * Counters {@code c-0}, {@code c-1}, … with so many events each, as if they had been counted.
     *
     * @param events of each counter
     */
    public static void addCounters(JdbcTemplate sql, int counters, int events) {
        for (int n = 0; n < events; n++) sql.update("""
                    insert into event (aggregate, aggregate_id, n, type, revision, id, at, payload, metadata, hash)
                    select 'counter', aggregate_id, n, 'Counted', '1', id, at, payload, metadata, event_hash(
                        (select hash from event previous where previous.aggregate_id = new.aggregate_id and previous.n = new.n - 1),
                        aggregate_id, n, 'Counted', '1', id, at, payload, metadata)
                    from (select 'c-' || i as aggregate_id, ?::bigint as n, gen_random_uuid()::text as id, now() as at,
                        ('{"id":"c-' || i || '","value":' || ? || ',"token":"' || gen_random_uuid() || '"}')::json as payload,
                        '{}'::json as metadata
                        from generate_series(0, ? - 1) i) as new
                    """, n, n + 1, counters);
        sql.update("insert into counter_value select 'c-' || i, ? from generate_series(0, ? - 1) i", events, counters);
        sql.execute("vacuum analyze event");
        sql.execute("vacuum analyze counter_value");
    }
}

package io.moorage.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replicas that an operator starts all at once, on a database that nobody has used. */
class StartTogetherIT {
    private static final int REPLICAS = 3;
    private static final String NO_KAFKA = "127.0.0.1:1";

    @Test
    void all_of_them_start_and_each_migration_runs_once() throws Exception {
        String database = TestPostgres.freshDatabase();
        CountDownLatch together = new CountDownLatch(REPLICAS);
        List<ConfigurableApplicationContext> started = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<ConfigurableApplicationContext>> starting = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++)
                starting.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return Replica.start(NO_KAFKA, database);
                }));
            for (var each : starting) started.add(each.get());

            var migrations = new JdbcTemplate(started.getFirst().getBean(DataSource.class))
                    .queryForList("select version from flyway_schema_history where success", String.class);
            assertThat(migrations).isNotEmpty().doesNotHaveDuplicates();
            assertThat(started)
                    .allSatisfy(replica -> assertThat(replica.isRunning()).isTrue());
        } finally {
            started.forEach(ConfigurableApplicationContext::close);
        }
    }
}

package io.moorage.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Replicas that an operator starts all at once, on a database that nobody has used; each a process, as in a cluster. */
class StartTogetherIT {
    private static final int REPLICAS = 3;
    private static final String NO_KAFKA = "127.0.0.1:1";

    @Test
    void all_of_them_start_and_each_migration_runs_once() throws Exception {
        String database = TestPostgres.freshDatabase();
        List<Process> replicas = new ArrayList<>();
        try {
            for (int i = 0; i < REPLICAS; i++) replicas.add(process(database));

            for (var replica : replicas) assertThat(said(replica)).last().isEqualTo(Replica.STARTED);
            var migrations = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres"))
                    .queryForList("select version from flyway_schema_history where success", String.class);
            assertThat(migrations).isNotEmpty().doesNotHaveDuplicates();
        } finally {
            replicas.forEach(Process::destroyForcibly);
        }
    }

    /** All that it says until it serves or ends. */
    private static List<String> said(Process replica) throws Exception {
        List<String> lines = new ArrayList<>();
        var output = replica.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(Replica.STARTED)) break;
        }
        return lines;
    }

    private static Process process(String database) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Replica.class.getName(), NO_KAFKA, database)
                .redirectErrorStream(true)
                .start();
    }
}

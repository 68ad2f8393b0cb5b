package io.moorage.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.proofs.load.AccountTopic;
import io.moorage.proofs.load.Journal;
import io.moorage.proofs.load.Load;
import io.moorage.proofs.oracle.Oracle;
import io.moorage.proofs.stage.Stage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL can't make its tables any longer, as on a full disk (R2). The limit is put on the running processes with
 * {@code prlimit}, which any user may do on any Linux; the log's segments are smaller than it and still fit.
 */
class DiskFullIT {
    private static final long SEGMENT = 1 << 20;

    private final Stage stage = Stage.shared();

    @AfterEach
    void space() throws Exception {
        limitFiles("unlimited");
    }

    @Test
    void while_the_disk_is_full_writes_are_refused_and_their_retries_take_effect_once() throws Exception {
        growLog();
        try (Repeats repeats = new Repeats(stage)) {
            limitFiles(Long.toString(sizeOfLog()));
            String key = fillUp(repeats);

            HttpResponse<String> refused = repeats.send(repeats.customer.request(Repeats.AMOUNT, key));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(refused.body()).contains("\"code\":\"service-unavailable\"");

            limitFiles("unlimited");
            Journal.TopUp topUp = repeats.customer.topUp(Repeats.AMOUNT, key);
            repeats.customer.pay(topUp);
        }
        new Oracle(stage).finds_nothing_wrong();
    }

    /** The log must be longer than a segment, so that it is what meets the limit. */
    private void growLog() throws Exception {
        try (Load load = Load.of(Scale.customers(), stage, new AccountTopic(stage), Scale.SEED)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> sizeOfLog() > SEGMENT);
        }
    }

    /**
     * Writes until nothing fits any more.
     *
     * @return the key of the first request that found no room
     */
    private static String fillUp(Repeats repeats) throws IOException, InterruptedException {
        while (true) {
            String key = UUID.randomUUID().toString();
            if (repeats.send(repeats.customer.request(Repeats.AMOUNT, key)).statusCode() != 201) return key;
            repeats.customer.topUp(Repeats.AMOUNT, key); // into the journal
        }
    }

    private long sizeOfLog() throws SQLException {
        try (var connection = DriverManager.getConnection(stage.jdbcUrl);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_relation_size('event')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void limitFiles(String bytes) throws Exception {
        for (ProcessHandle process : stage.postgres.processes()) {
            Process limit = new ProcessBuilder(
                            "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":")
                    .start();
            assertThat(limit.waitFor() == 0 || !process.isAlive()).isTrue(); // some end meanwhile
        }
    }
}

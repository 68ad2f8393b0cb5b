package io.moorage.proofs.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.proofs.load.Journal;
import io.moorage.proofs.stage.Stage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong once all customers are quiet; what only comes late gets a minute to come. */
public final class Oracle {
    private static final Duration LATE = Duration.ofSeconds(60);

    private final String jdbcUrl;
    private final String bootstrap;
    private final Journal journal;

    public Oracle(Stage stage) {
        this.jdbcUrl = stage.jdbcUrl;
        this.bootstrap = stage.kafka.bootstrap();
        this.journal = stage.journal;
    }

    /** @throws AssertionError saying what is still wrong */
    public void finds_nothing_wrong() {
        assertThat(journal.complaints()).isEmpty();
        await().atMost(LATE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(faults()).isEmpty());
    }

    /** Everything that is not as it must be, as things stand now. */
    public List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            Stored stored = new Stored(connection);
            List<Stored.Event> events = stored.events();
            new LogCheck(events, faults::add).check(journal);
            new BooksCheck(stored, faults::add).check(journal);
            new TopicCheck(faults::add).check(events, Committed.all(bootstrap, "moorage.billing"));
        }
        return faults;
    }
}

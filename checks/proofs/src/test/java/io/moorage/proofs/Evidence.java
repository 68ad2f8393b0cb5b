package io.moorage.proofs;

import io.moorage.proofs.oracle.Committed;
import io.moorage.proofs.stage.Stage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** What is durable at the very moment of a fault, by raw SQL and raw Kafka past the proxies. */
final class Evidence {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Stage stage;

    Evidence(Stage stage) {
        this.stage = stage;
    }

    /** How many events of that type about one of these are committed. */
    int stored(String eventType, Set<String> about) throws SQLException {
        String sql = "select count(*) from event where type = ? and payload::text like any (?)";
        try (Connection connection = DriverManager.getConnection(stage.jdbcUrl);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, eventType);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            about.stream().map(each -> "%\"" + each + "\"%").toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Whether an open transaction has written this inbox row: a second writer of it would have to wait. */
    boolean inboxRowIsWrittenButOpen(String subscription, String eventId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stage.jdbcUrl);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '300ms'");
            statement.execute(
                    "insert into inbox (subscription, event_id) values ('%s', '%s')".formatted(subscription, eventId));
            connection.rollback();
            return false;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) return true;
            throw e;
        }
    }

    /** Which of these events a read_committed consumer sees. */
    Set<String> committed(Set<String> eventIds) {
        return Committed.all(stage.kafka.bootstrap(), "moorage.billing").stream()
                .map(Committed.Message::id)
                .filter(eventIds::contains)
                .collect(Collectors.toSet());
    }
}

package io.moorage.proofs.oracle;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lies in the service's database, by plain SQL. */
final class Stored {
    private static final String EVENTS = """
            select id, aggregate_id, n, type, payload->>'account', coalesce(payload->>'topUpId', payload->'booking'->>'reference'),
                payload->>'reference', coalesce(payload->'amount'->>'amount', payload->'change'->>'amount'), payload->'balance'->>'amount'
            from event order by aggregate_id, n
            """;

    private final Connection connection;

    Stored(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param topUpId of the top-up, or of the one that a booking refers to
     * @param reference the provider's
     * @param balance after a booking
     */
    record Event(
            String id,
            String aggregateId,
            long n,
            String type,
            String account,
            String topUpId,
            String reference,
            BigDecimal amount,
            BigDecimal balance) {}

    List<Event> events() throws SQLException {
        List<Event> events = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EVENTS)) {
            while (row.next())
                events.add(new Event(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        text(row.getString(5)),
                        text(row.getString(6)),
                        text(row.getString(7)),
                        amount(row.getString(8)),
                        amount(row.getString(9))));
        }
        return events;
    }

    /** The second column by the first. */
    Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) pairs.put(row.getString(1), row.getString(2));
        }
        return pairs;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static BigDecimal amount(@Nullable String value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value);
    }
}

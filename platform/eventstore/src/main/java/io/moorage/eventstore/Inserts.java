package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Inserts of one row each, sent as one insert of many: about a third of the work for PostgreSQL. */
final class Inserts {
    /** Nothing after the values: what is to happen on a conflict is decided row by row. */
    private static final Pattern PLAIN =
            Pattern.compile("(?is)\\s*(insert\\s+into\\s+[\\w.\"]+\\s*\\([^()]*\\)\\s*values)\\s*(\\([^()]*\\))\\s*");

    private static final int MOST_PARAMETERS = 30_000; // PostgreSQL's own limit is 65,535
    private static final Map<String, Optional<String>> ROWS = new ConcurrentHashMap<>();

    private Inserts() {}

    /** The values of a plain insert, in parentheses; null for any other statement. */
    static @Nullable String rowOf(String sql) {
        return ROWS.computeIfAbsent(sql, text -> {
                    Matcher plain = PLAIN.matcher(text);
                    return plain.matches() ? Optional.of(plain.group(2)) : Optional.empty();
                })
                .orElse(null);
    }

    static void sendTogether(Connection connection, List<Statement> same) throws SQLException {
        int parameters = Math.max(1, same.getFirst().parameters().size());
        int most = MOST_PARAMETERS / parameters;
        for (int first = 0; first < same.size(); first += most)
            send(connection, same.subList(first, Math.min(same.size(), first + most)));
    }

    private static void send(Connection connection, List<Statement> same) throws SQLException {
        String sql = same.getFirst().sql().strip();
        String rows = String.join(
                ", ", Collections.nCopies(same.size() - 1, rowOf(same.getFirst().sql())));
        try (PreparedStatement prepared = connection.prepareStatement(same.size() == 1 ? sql : sql + ", " + rows)) {
            // A number of rows rarely comes again: not worth a plan kept in every connection.
            prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
            int offset = 0;
            for (Statement each : same) offset += each.bind(prepared, offset);
            prepared.execute();
        }
    }
}

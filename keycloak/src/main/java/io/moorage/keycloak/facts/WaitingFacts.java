package io.moorage.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.internal.Delivery;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.keycloak.util.JsonSerialization;

/**
 * The facts that wait, in a table of ours in Keycloak's own database. Its data source takes part in the transaction of
 * the session at work, where there is one: a fact is written with what happened, or not at all.
 */
record WaitingFacts(DataSource keycloak) {

    private static final String TABLE = """
            create table if not exists moorage_waiting_fact (
                n bigint generated always as identity primary key,
                user_id varchar(255) not null,
                name varchar(255) not null,
                path varchar(1000) not null,
                body varchar(4000) not null)""";

    static WaitingFacts inKeycloaksDatabase() {
        return new WaitingFacts(CDI.current().select(DataSource.class).get());
    }

    void makeTable() {
        with(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(TABLE);
            }
        });
    }

    void add(Fact fact) {
        Delivery delivery = fact.delivery();
        with(connection -> {
            try (var row = connection.prepareStatement(
                    "insert into moorage_waiting_fact (user_id, name, path, body) values (?, ?, ?, ?)")) {
                row.setString(1, fact.userId());
                row.setString(2, delivery.id());
                row.setString(3, delivery.path());
                row.setString(4, JsonSerialization.writeValueAsString(delivery.body()));
                return row.executeUpdate();
            }
        });
    }

    /** So many at most, the oldest first, that come after that one. */
    List<WaitingFact> after(long n, int most) {
        return with(connection -> {
            try (var query = connection.prepareStatement(
                    "select n, user_id, name, path, body from moorage_waiting_fact where n > ? order by n limit ?")) {
                query.setLong(1, n);
                query.setInt(2, most);
                List<WaitingFact> facts = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) facts.add(fact(row));
                }
                return facts;
            }
        });
    }

    private static WaitingFact fact(ResultSet row) throws SQLException, IOException {
        JsonNode body = JsonSerialization.readValue(row.getString("body"), JsonNode.class);
        return new WaitingFact(
                row.getLong("n"),
                row.getString("user_id"),
                new Delivery(row.getString("name"), "POST", row.getString("path"), body));
    }

    /** Nothing happens if another Keycloak was faster. */
    void remove(WaitingFact fact) {
        with(connection -> {
            try (var rows = connection.prepareStatement("delete from moorage_waiting_fact where n = ?")) {
                rows.setLong(1, fact.n());
                return rows.executeUpdate();
            }
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = keycloak.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The facts that wait cannot be reached", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

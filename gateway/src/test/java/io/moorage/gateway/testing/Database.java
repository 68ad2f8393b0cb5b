package io.moorage.gateway.testing;

import io.moorage.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The sessions' database, looked at from beside the gateway. */
public final class Database {
    public final String url = TestPostgres.freshDatabase();

    Database() {}

    /** The first column of the first row, or an empty text. */
    public String ask(String query) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getObject(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The log-in that began last, by its id at Keycloak. */
    public String lastLogIn() {
        return ask("select keycloak_session from session order by created_at desc limit 1");
    }

    public int sessions() {
        return Integer.parseInt(ask("select count(*) from session"));
    }
}

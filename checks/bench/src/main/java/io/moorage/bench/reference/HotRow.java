package io.moorage.bench.reference;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A balance as PostgreSQL alone would keep it: each credit updates the one row and adds a line, in one transaction.
 * READ COMMITTED, where those who meet wait for each other instead of failing.
 */
public final class HotRow implements AutoCloseable {
    private final HikariDataSource pool;

    public HotRow() throws SQLException {
        pool = Databases.pool(Databases.likeAService(), "TRANSACTION_READ_COMMITTED");
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into wallet values ('hot', 0)");
            statement.execute("create sequence line");
        }
    }

    public void credit(long amount) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var update = connection.prepareStatement(
                            "update wallet set balance = balance + ? where account = 'hot' returning balance");
                    var insert = connection.prepareStatement(
                            "insert into statement_line values ('hot', nextval('line'), ?, ?)")) {
                update.setLong(1, amount);
                long balance;
                try (var row = update.executeQuery()) {
                    row.next();
                    balance = row.getLong(1);
                }
                insert.setLong(1, amount);
                insert.setLong(2, balance);
                insert.executeUpdate();
                connection.commit();
            }
        }
    }

    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

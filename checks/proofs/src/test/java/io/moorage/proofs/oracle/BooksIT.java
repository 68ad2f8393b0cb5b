package io.moorage.proofs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.proofs.load.AccountTopic;
import io.moorage.proofs.load.Customer;
import io.moorage.proofs.stage.Stage;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle sees books that were tampered with; each damage is made in the real database, and mended. */
class BooksIT {
    private final Stage stage = Stage.shared();
    private final Oracle oracle = new Oracle(stage);
    private String account;

    @BeforeEach
    void a_customer_who_paid() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Customer customer = new Customer(stage, http);
            account = customer.account;
            new AccountTopic(stage).open(account);
            customer.pay(customer.topUp(new BigDecimal("30.00")));
        }
        oracle.finds_nothing_wrong();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wallet         | balance = balance + 1 | balance = balance - 1 | account = '%s'               | balances as customers paid",
                "statement_line | amount = amount + 1   | amount = amount - 1   | account = '%s'               | statements add up to balances",
                "ledger_total   | credit = credit + 1   | credit = credit - 1   | ledger_account = 'wallet:%s' | totals as in the log",
                "top_up         | state = 'pending'     | state = 'completed'   | account = '%s'               | states of top-ups"
            })
    void it_sees_books_that_differ_from_the_log(
            String table, String damage, String repair, String which, String complaint) throws SQLException {
        update(table, damage, which);
        assertThat(oracle.faults()).anyMatch(fault -> fault.startsWith(complaint));
        update(table, repair, which);
        oracle.finds_nothing_wrong();
    }

    private void update(String table, String change, String which) throws SQLException {
        try (var connection = DriverManager.getConnection(stage.jdbcUrl);
                var statement = connection.createStatement()) {
            int rows = statement.executeUpdate(
                    "update %s set %s where %s".formatted(table, change, which.formatted(account)));
            assertThat(rows).isEqualTo(1);
        }
    }
}

package io.moorage.billing.balance;

import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.contracts.Money;
import io.moorage.eventstore.WithCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every movement of an account's balance. */
@WithCommand(tables = "statement_line")
class Statement {
    private final JdbcClient jdbc;

    Statement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(WalletBooked event, @SequenceNumber long n) {
        jdbc.sql("insert into statement_line (account, n, id, at, kind, reference, method, amount, balance,"
                        + " currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.account(),
                        n,
                        event.booking().id(),
                        Timestamp.from(event.at()),
                        event.booking().kind(),
                        event.booking().reference(),
                        event.booking().method(),
                        event.change().amount(),
                        event.balance().amount(),
                        event.balance().currency())
                .update();
    }

    /** Newest first, after the line with that number; one more than asked for tells that others follow. */
    List<NumberedLine> page(String account, @Nullable Long after, int limit) {
        return jdbc.sql("select * from statement_line where account = :account and (:after::bigint is null or n <"
                        + " :after) order by n desc limit :limit")
                .param("account", account)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, index) -> new NumberedLine(row.getLong("n"), line(row)))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Line(
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("method"),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("balance"), currency));
    }

    record NumberedLine(long n, Line line) {}

    /**
     * @param amount positive adds to the balance, negative takes from it
     * @param balance the balance after it
     */
    @Schema(name = "StatementLine")
    record Line(
            String id,
            Instant at,

            @Schema(allowableValues = {"top-up", "adjustment"})
            String kind,

            String reference,
            String method,
            Money amount,
            Money balance) {}
}

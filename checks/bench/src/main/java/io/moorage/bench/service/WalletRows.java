package io.moorage.bench.service;

import io.moorage.eventstore.WithCommand;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcTemplate;

/** A wallet's balance and its statement. */
@WithCommand
public class WalletRows {
    private final JdbcTemplate jdbc;

    public WalletRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(WalletEvent.Credited event, @SequenceNumber long n) {
        jdbc.update(
                "insert into wallet values (?, ?) on conflict (account) do update set balance = excluded.balance",
                event.account(),
                event.balance());
        jdbc.update(
                "insert into statement_line values (?, ?, ?, ?)", event.account(), n, event.amount(), event.balance());
    }
}

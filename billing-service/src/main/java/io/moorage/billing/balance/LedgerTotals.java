package io.moorage.billing.balance;

import io.moorage.billing.balance.Entry.Side;
import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.eventstore.FromTail;
import java.math.BigDecimal;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every ledger account holds, over all wallets. */
@FromTail(tables = "ledger_total")
class LedgerTotals {
    private final JdbcClient jdbc;

    LedgerTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(WalletBooked event) {
        for (Entry entry : event.booking().entries()) add(entry);
    }

    private void add(Entry entry) {
        BigDecimal amount = entry.amount().amount();
        boolean debit = entry.side() == Side.DEBIT;
        jdbc.sql("""
                insert into ledger_total as total (ledger_account, currency, debit, credit) values (?, ?, ?, ?)
                on conflict (ledger_account, currency) do update set debit = total.debit + excluded.debit, credit = total.credit + excluded.credit
                """)
                .params(
                        entry.ledgerAccount(),
                        entry.amount().currency(),
                        debit ? amount : BigDecimal.ZERO,
                        debit ? BigDecimal.ZERO : amount)
                .update();
    }
}

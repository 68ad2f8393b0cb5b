package io.moorage.billing.balance;

import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.billing.balance.WalletEvent.WalletOpened;
import io.moorage.billing.topup.AccountCurrency;
import io.moorage.contracts.Money;
import io.moorage.eventstore.WithCommand;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balance of each wallet. */
@WithCommand(tables = "wallet")
class Wallets implements AccountCurrency {
    private final JdbcClient jdbc;

    Wallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(WalletOpened event) {
        jdbc.sql("insert into wallet (account, currency, balance) values (?, ?, 0)")
                .params(event.account(), event.currency())
                .update();
    }

    @EventHandler
    void on(WalletBooked event) {
        jdbc.sql("update wallet set balance = ? where account = ?")
                .params(event.balance().amount(), event.account())
                .update();
    }

    /** @throws WalletNotOpen while the account is being prepared */
    Money balance(String account) {
        return jdbc.sql("select balance, currency from wallet where account = ?")
                .param(account)
                .query((row, index) -> new Money(row.getBigDecimal("balance"), row.getString("currency")))
                .optional()
                .orElseThrow(WalletNotOpen::new);
    }

    @Override
    public String of(String account) {
        return balance(account).currency();
    }
}

package io.moorage.billing.balance;

import io.moorage.billing.balance.WalletCommand.OpenWallet;
import io.moorage.contracts.account.AccountOpened;
import io.moorage.eventstore.Commands;
import io.moorage.messaging.Subscription;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Every account has a wallet, from its first moments. */
@Component
class WhenAccountOpenedOpenWallet implements Subscription<AccountOpened> {
    private final Commands commands;
    private final Clock clock;

    WhenAccountOpenedOpenWallet(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void on(AccountOpened event) {
        commands.send(new OpenWallet(event.account(), event.currency(), clock.instant()));
    }
}

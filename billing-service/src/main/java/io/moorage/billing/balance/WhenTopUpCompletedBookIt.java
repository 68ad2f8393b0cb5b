package io.moorage.billing.balance;

import io.moorage.billing.balance.WalletCommand.BookTopUp;
import io.moorage.billing.topup.TopUpEvent.TopUpCompleted;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Turns a paid top-up into money on the wallet. */
@Policy
class WhenTopUpCompletedBookIt {
    private final Commands commands;

    WhenTopUpCompletedBookIt(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(TopUpCompleted event) {
        commands.send(new BookTopUp(event.account(), event.topUpId(), event.amount(), event.method(), event.at()));
    }
}

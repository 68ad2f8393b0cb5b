package io.moorage.billing.balance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.billing.balance.WalletCommand.BookTopUp;
import io.moorage.billing.balance.WalletCommand.OpenWallet;
import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.billing.balance.WalletEvent.WalletOpened;
import io.moorage.contracts.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** An account's prepaid money, in the account's one currency. */
@AggregateRoot(type = "wallet")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Wallet {
    @AggregateIdentifier
    private String account;

    private Money balance;

    Wallet() {}

    @CommandHandler
    Wallet(OpenWallet open) {
        apply(new WalletOpened(open.account(), open.currency(), open.at()));
    }

    @CommandHandler
    void decide(BookTopUp topUp) {
        book(
                new Booking(
                        "top-up-" + topUp.topUpId(),
                        "top-up",
                        topUp.topUpId(),
                        topUp.method(),
                        List.of(
                                Entry.debit("provider:" + topUp.method(), topUp.amount()),
                                Entry.credit(ledgerAccount(), topUp.amount()))),
                topUp.at());
    }

    private void book(Booking booking, Instant at) {
        Money change = booking.effectOn(ledgerAccount());
        apply(new WalletBooked(account, booking, change, balance.plus(change), at));
    }

    private String ledgerAccount() {
        return "wallet:" + account;
    }

    @EventSourcingHandler
    void evolve(WalletOpened event) {
        account = event.account();
        balance = Money.zero(event.currency());
    }

    @EventSourcingHandler
    void evolve(WalletBooked event) {
        balance = event.balance();
    }
}

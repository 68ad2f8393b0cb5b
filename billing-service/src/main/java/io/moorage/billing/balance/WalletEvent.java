package io.moorage.billing.balance;

import io.moorage.contracts.Money;
import java.time.Instant;

/** Everything that can have happened to a wallet; stored, and private to this service. */
public sealed interface WalletEvent {
    String account();

    record WalletOpened(String account, String currency, Instant at) implements WalletEvent {}

    /**
     * @param change what the booking adds to the balance
     * @param balance the balance after it
     */
    record WalletBooked(String account, Booking booking, Money change, Money balance, Instant at)
            implements WalletEvent {}
}

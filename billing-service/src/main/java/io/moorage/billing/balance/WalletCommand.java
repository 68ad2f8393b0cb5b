package io.moorage.billing.balance;

import io.moorage.contracts.Money;
import io.moorage.eventstore.OncePerKey;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a wallet. */
public sealed interface WalletCommand {

    record OpenWallet(@TargetAggregateIdentifier String account, String currency, Instant at)
            implements WalletCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "open wallet " + account;
        }
    }

    /** Credits what a provider has taken for us. Each top-up is booked once. */
    record BookTopUp(@TargetAggregateIdentifier String account, String topUpId, Money amount, String method, Instant at)
            implements WalletCommand, OncePerKey {
        @Override
        public String onceKey() {
            return "book top-up " + topUpId;
        }
    }
}

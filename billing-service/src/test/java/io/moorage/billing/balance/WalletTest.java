package io.moorage.billing.balance;

import io.moorage.billing.balance.WalletCommand.BookTopUp;
import io.moorage.billing.balance.WalletCommand.OpenWallet;
import io.moorage.billing.balance.WalletEvent.WalletBooked;
import io.moorage.billing.balance.WalletEvent.WalletOpened;
import io.moorage.contracts.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final String ACCOUNT = "xx11111-mo";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    private static final Money FIFTY = Money.of("50", "EUR");
    private static final Money THIRTY = Money.of("30", "EUR");

    private final AggregateTestFixture<Wallet> wallet = new AggregateTestFixture<>(Wallet.class);

    @Test
    void a_wallet_opens_empty_in_the_currency_of_the_account() {
        wallet.givenNoPriorActivity()
                .when(new OpenWallet(ACCOUNT, "EUR", AT))
                .expectEvents(new WalletOpened(ACCOUNT, "EUR", AT));
    }

    @Test
    void a_top_up_debits_the_provider_and_credits_the_wallet() {
        wallet.given(new WalletOpened(ACCOUNT, "EUR", AT))
                .when(new BookTopUp(ACCOUNT, "t1", FIFTY, "sandbox", AT))
                .expectEvents(booked("t1", FIFTY, FIFTY));
    }

    @Test
    void each_booking_says_the_balance_after_it() {
        wallet.given(new WalletOpened(ACCOUNT, "EUR", AT), booked("t1", FIFTY, FIFTY))
                .when(new BookTopUp(ACCOUNT, "t2", THIRTY, "sandbox", AT))
                .expectEvents(booked("t2", THIRTY, Money.of("80", "EUR")));
    }

    private static WalletBooked booked(String topUp, Money amount, Money balance) {
        var entries = List.of(Entry.debit("provider:sandbox", amount), Entry.credit("wallet:" + ACCOUNT, amount));
        return new WalletBooked(
                ACCOUNT, new Booking("top-up-" + topUp, "top-up", topUp, "sandbox", entries), amount, balance, AT);
    }
}

package io.moorage.billing.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BIG_DECIMAL;
import static org.awaitility.Awaitility.await;

import io.moorage.billing.BillingTest;
import io.moorage.billing.balance.WalletCommand.BookTopUp;
import io.moorage.billing.balance.WalletCommand.OpenWallet;
import io.moorage.contracts.Money;
import io.moorage.eventstore.Commands;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@BillingTest
class LedgerIT {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @Autowired
    Commands commands;

    @Autowired
    JdbcTemplate sql;

    @Test
    void a_top_up_booked_again_and_again_at_once_is_booked_once() throws InterruptedException {
        commands.send(new OpenWallet("la00001-mo", "EUR", AT));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64)
                    .forEach(i -> senders.submit(() ->
                            commands.send(new BookTopUp("la00001-mo", "once", Money.of("50", "EUR"), "sandbox", AT))));
        }
        assertThat(balance("la00001-mo")).isEqualByComparingTo("50");
    }

    @Test
    void bookings_on_one_wallet_at_once_are_all_there() {
        commands.send(new OpenWallet("lb00001-mo", "EUR", AT));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200)
                    .forEach(i -> senders.submit(() -> commands.send(
                            new BookTopUp("lb00001-mo", "hot-" + i, Money.of("0.01", "EUR"), "sandbox", AT))));
        }
        assertThat(balance("lb00001-mo")).isEqualByComparingTo("2.00");
        assertThat(sql.queryForObject(
                        "select count(distinct n) from statement_line where account = 'lb00001-mo'", Integer.class))
                .isEqualTo(200);
    }

    @Test
    void totals_follow_and_their_debits_equal_their_credits() {
        commands.send(new OpenWallet("lc00001-mo", "EUR", AT));
        commands.send(new BookTopUp("lc00001-mo", "total", Money.of("70", "EUR"), "sandbox", AT));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sql.queryForList(
                                "select credit from ledger_total where ledger_account = 'wallet:lc00001-mo'",
                                BigDecimal.class))
                        .singleElement(BIG_DECIMAL)
                        .isEqualByComparingTo("70"));
        // The oracle: every booking's own entries, read as plain JSON.
        assertThat(sql.queryForObject("""
                        select sum(case e ->> 'side' when 'DEBIT' then 1 else -1 end * (e -> 'amount' ->> 'amount')::numeric)
                        from event, json_array_elements(payload -> 'booking' -> 'entries') e where type = 'WalletBooked'
                        """, BigDecimal.class)).isEqualByComparingTo("0");
    }

    private BigDecimal balance(String account) {
        return sql.query("select balance from wallet where account = ?", (row, index) -> row.getBigDecimal(1), account)
                .getFirst();
    }
}

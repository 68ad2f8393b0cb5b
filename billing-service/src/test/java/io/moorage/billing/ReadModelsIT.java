package io.moorage.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.billing.balance.WalletCommand.BookTopUp;
import io.moorage.billing.balance.WalletCommand.OpenWallet;
import io.moorage.contracts.Money;
import io.moorage.eventstore.Commands;
import io.moorage.eventstore.ReadModels;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@BillingTest
@SuppressWarnings("NullAway.Init")
class ReadModelsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    @Autowired
    Commands commands;

    @Autowired
    ReadModels readModels;

    @Autowired
    JdbcTemplate sql;

    @Test
    void every_read_model_rebuilt_from_the_log_is_as_it_was() {
        commands.send(new OpenWallet("rm00001-mo", "EUR", AT));
        for (int i = 0; i < 30; i++)
            commands.send(new BookTopUp("rm00001-mo", "rebuilt-" + i, Money.of("1.5", "EUR"), "sandbox", AT));
        await().atMost(SOON)
                .until(() -> !sql.queryForList(
                                "select 1 from ledger_total where ledger_account = 'wallet:rm00001-mo' and credit = 45")
                        .isEmpty());
        assertThat(readModels.all())
                .extracting(ReadModels.State::name)
                .containsExactlyInAnyOrder("Statement", "TopUpList", "Wallets", "LedgerTotals");
        Map<String, List<?>> before = rows();

        for (ReadModels.State each : readModels.all()) readModels.rebuild(each.name());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(readModels.all())
                        .extracting(ReadModels.State::state)
                        .containsOnly("rebuilt"));
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, List<?>> rows() {
        Map<String, List<?>> rows = new LinkedHashMap<>();
        for (ReadModels.State model : readModels.all())
            for (String table : model.tables())
                rows.put(table, sql.queryForList("select t::text from " + table + " t order by 1", String.class));
        return rows;
    }
}

package io.moorage.proofs.oracle;

import io.moorage.proofs.load.Journal;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Money: debits equal credits, statements add up to balances, and the read models say what the log says. */
final class BooksCheck {
    private static final String ENTRIES = """
            select entry->>'%s', sum((entry->'amount'->>'amount')::numeric)
            from event, json_array_elements(payload->'booking'->'entries') entry where type = 'WalletBooked' group by 1
            """;
    private static final String BALANCES_IN_LOG = """
            select distinct on (aggregate_id) aggregate_id, coalesce(payload->'balance'->>'amount', '0')
            from event where type in ('WalletOpened', 'WalletBooked') order by aggregate_id, n desc
            """;
    private static final String STATES_IN_LOG = """
            select aggregate_id, case when bool_or(type = 'TopUpCompleted') then 'completed'
                when bool_or(type = 'TopUpCheckoutOpened') then 'pending' else 'requested' end
            from event where type like 'TopUp%' group by 1
            """;

    private final Stored stored;
    private final Consumer<String> fault;

    BooksCheck(Stored stored, Consumer<String> fault) {
        this.stored = stored;
        this.fault = fault;
    }

    void check(Journal journal) throws SQLException {
        Map<String, String> sides = stored.pairs(ENTRIES.formatted("side"));
        if (amount(sides.get("DEBIT")).compareTo(amount(sides.get("CREDIT"))) != 0)
            fault.accept("debits and credits differ in the log: " + sides);
        agree("balances as customers paid", paid(journal), "select account, balance from wallet");
        agree("balances as in the log", stored.pairs(BALANCES_IN_LOG), "select account, balance from wallet");
        agree(
                "statements add up to balances",
                stored.pairs("select account, balance from wallet where balance <> 0"),
                "select account, sum(amount) from statement_line group by 1");
        agree(
                "totals as in the log",
                stored.pairs(ENTRIES.formatted("ledgerAccount")),
                "select ledger_account, debit + credit from ledger_total");
        same("states of top-ups", stored.pairs(STATES_IN_LOG), stored.pairs("select id, state from top_up"));
        same(
                "nothing is put aside",
                Map.of(),
                stored.pairs(
                        "select aggregate_id, error from dead_letter union all select aggregate_id, error from parked_message"));
    }

    private static Map<String, String> paid(Journal journal) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        journal.accounts().forEach(account -> sums.put(account, BigDecimal.ZERO));
        journal.payments().forEach(payment -> sums.merge(payment.account(), payment.amount(), BigDecimal::add));
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((account, sum) -> texts.put(account, sum.toPlainString()));
        return texts;
    }

    private void agree(String what, Map<String, String> expected, String sql) throws SQLException {
        same(what, normal(expected), normal(stored.pairs(sql)));
    }

    private static Map<String, String> normal(Map<String, String> amounts) {
        Map<String, String> normal = new TreeMap<>();
        amounts.forEach((key, value) ->
                normal.put(key, amount(value).stripTrailingZeros().toPlainString()));
        return normal;
    }

    private void same(String what, Map<String, String> expected, Map<String, String> found) {
        if (expected.equals(found)) return;
        List<String> differing = expected.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(found.get(entry.getKey())))
                .limit(5)
                .map(entry -> entry + " but " + found.get(entry.getKey()))
                .toList();
        List<String> more = found.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .limit(5)
                .toList();
        fault.accept("%s: not so for %s; and too much: %s".formatted(what, differing, more));
    }

    private static BigDecimal amount(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }
}

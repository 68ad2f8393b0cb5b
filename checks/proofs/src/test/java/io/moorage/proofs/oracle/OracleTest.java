package io.moorage.proofs.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.proofs.load.Journal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An oracle that never complains proves nothing: each of its complaints is provoked once. */
class OracleTest {
    private static final BigDecimal AMOUNT = new BigDecimal("50.00");
    private static final String ACCOUNT = "pp1-mo";

    private final List<Stored.Event> events = new ArrayList<>();
    private final List<Committed.Message> messages = new ArrayList<>();
    private Journal journal;

    @BeforeEach
    void one_paid_top_up(@TempDir Path folder) {
        journal = new Journal(folder.resolve("journal"));
        journal.opened(ACCOUNT);
        journal.acknowledged(new Journal.TopUp(ACCOUNT, "key", AMOUNT, "t1"));
        journal.acknowledged(new Journal.Payment(ACCOUNT, "t1", "pay_t1", AMOUNT));
        store("t1", 0, "TopUpRequested", "t1");
        store("t1", 1, "TopUpPaymentReceived", "t1");
        store("t1", 2, "TopUpCompleted", "t1");
        store(ACCOUNT, 0, "WalletOpened", "");
        store(ACCOUNT, 1, "WalletBooked", "t1");
        publish(events.get(2), "io.moorage.billing.TopUpCompleted.v1");
        publish(events.get(4), "io.moorage.billing.BalanceChanged.v1");
    }

    @Test
    void it_finds_nothing_where_nothing_is_wrong() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void it_misses_what_was_acknowledged_and_lost() {
        events.removeIf(event -> event.type().equals("TopUpRequested"));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("acknowledged, and lost"));
    }

    @Test
    void it_sees_a_gap_in_an_aggregate() {
        events.remove(1);
        assertThat(faults()).anyMatch(fault -> fault.contains("is where 1 should be"));
    }

    @Test
    void it_sees_a_second_effect_of_one_request() {
        store("t2", 0, "TopUpRequested", "t2");
        assertThat(faults()).anyMatch(fault -> fault.startsWith("a second effect of one request"));
    }

    @Test
    void it_sees_a_payment_booked_twice() {
        store(ACCOUNT, 2, "WalletBooked", "t1");
        assertThat(faults()).anyMatch(fault -> fault.startsWith("booked 2 times"));
    }

    @Test
    void it_sees_a_booking_that_nobody_paid_for() {
        store(ACCOUNT, 2, "WalletBooked", "t2");
        assertThat(faults()).contains("WalletBooked t2, 1 times, for no payment");
    }

    @Test
    void it_sees_a_wallet_opened_twice() {
        store("other", 0, "WalletOpened", "");
        assertThat(faults()).contains("account pp1-mo has 2 wallets");
    }

    @Test
    void it_sees_an_event_published_twice_and_so_not_in_order() {
        messages.add(messages.getFirst());
        assertThat(faults())
                .anyMatch(fault -> fault.startsWith("published twice"))
                .anyMatch(fault -> fault.startsWith("published after number 2"));
    }

    @Test
    void it_sees_an_event_that_was_not_published() {
        messages.removeLast();
        assertThat(faults()).anyMatch(fault -> fault.startsWith("not published"));
    }

    @Test
    void it_sees_what_was_published_and_is_not_stored() {
        events.removeLast();
        assertThat(faults()).anyMatch(fault -> fault.startsWith("published, and not in the log"));
    }

    private void store(String aggregateId, long n, String type, String topUpId) {
        String id = "e" + events.size();
        events.add(new Stored.Event(id, aggregateId, n, type, ACCOUNT, topUpId, "", AMOUNT, AMOUNT));
    }

    private void publish(Stored.Event event, String type) {
        messages.add(new Committed.Message(
                event.aggregateId(), event.id(), type, event.aggregateId(), event.n(), "{\"account\":\"pp1-mo\"}"));
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        new LogCheck(events, faults::add).check(journal);
        new TopicCheck(faults::add).check(events, messages);
        return faults;
    }
}

package io.moorage.proofs.oracle;

import io.moorage.proofs.load.Journal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log has each thing that was acknowledged, once, and nothing that nobody asked for. */
final class LogCheck {
    private final List<Stored.Event> events;
    private final Consumer<String> fault;

    LogCheck(List<Stored.Event> events, Consumer<String> fault) {
        this.events = events;
        this.fault = fault;
    }

    void check(Journal journal) {
        numbersHaveNoGaps();
        accounts(journal);
        topUps(journal);
        payments(journal);
    }

    private void numbersHaveNoGaps() {
        Map<String, Long> next = new HashMap<>();
        for (Stored.Event event : events) {
            long expected = next.getOrDefault(event.aggregateId(), 0L);
            if (event.n() != expected) fault.accept("event %s is where %d should be".formatted(event, expected));
            next.put(event.aggregateId(), event.n() + 1);
        }
    }

    private void accounts(Journal journal) {
        Map<String, Integer> wallets = new HashMap<>();
        of("WalletOpened").forEach(event -> wallets.merge(event.account(), 1, Integer::sum));
        for (String account : journal.accounts())
            if (wallets.getOrDefault(account, 0) != 1)
                fault.accept("account %s has %s wallets".formatted(account, wallets.getOrDefault(account, 0)));
        if (wallets.size() != new HashSet<>(journal.accounts()).size())
            fault.accept("%d wallets for %d accounts"
                    .formatted(wallets.size(), journal.accounts().size()));
    }

    private void topUps(Journal journal) {
        Map<String, Stored.Event> requested = new HashMap<>();
        of("TopUpRequested").forEach(event -> {
            if (requested.put(event.topUpId(), event) != null) fault.accept("requested twice: " + event);
        });
        Set<String> acknowledged = new HashSet<>();
        for (Journal.TopUp topUp : journal.topUps()) {
            Stored.Event event = requested.get(topUp.id());
            if (event == null) fault.accept("acknowledged, and lost: " + topUp);
            else if (!event.account().equals(topUp.account()) || event.amount().compareTo(topUp.amount()) != 0)
                fault.accept("acknowledged as %s, stored as %s".formatted(topUp, event));
            if (!acknowledged.add(topUp.id())) fault.accept("one top-up for two keys: " + topUp);
        }
        requested.keySet().removeAll(acknowledged);
        requested.values().forEach(event -> fault.accept("a second effect of one request: " + event));
    }

    private void payments(Journal journal) {
        Map<String, Integer> counts = new HashMap<>();
        for (String type : List.of("TopUpPaymentReceived", "TopUpCompleted", "TopUpNeedsReview", "WalletBooked"))
            of(type).forEach(event -> counts.merge(type + " " + event.topUpId(), 1, Integer::sum));
        for (Journal.Payment payment : journal.payments()) {
            expectOne(counts.remove("TopUpPaymentReceived " + payment.topUpId()), "recorded", payment);
            expectOne(counts.remove("TopUpCompleted " + payment.topUpId()), "completed", payment);
            expectOne(counts.remove("WalletBooked " + payment.topUpId()), "booked", payment);
        }
        counts.forEach((what, count) -> fault.accept("%s, %d times, for no payment".formatted(what, count)));
    }

    private void expectOne(@Nullable Integer count, String what, Journal.Payment payment) {
        if (count == null || count != 1) fault.accept("%s %s times: %s".formatted(what, count, payment));
    }

    private List<Stored.Event> of(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}

package io.moorage.proofs.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The committed topic has each public event once, and each aggregate's in order. */
final class TopicCheck {
    private static final Map<String, String> PUBLIC = Map.of(
            "TopUpCheckoutOpened", "io.moorage.billing.TopUpCheckoutOpened.v1",
            "TopUpCompleted", "io.moorage.billing.TopUpCompleted.v1",
            "TopUpFailed", "io.moorage.billing.TopUpFailed.v1",
            "TopUpExpired", "io.moorage.billing.TopUpExpired.v1",
            "TopUpNeedsReview", "io.moorage.billing.TopUpNeedsReview.v1",
            "WalletBooked", "io.moorage.billing.BalanceChanged.v1");

    private final Consumer<String> fault;

    TopicCheck(Consumer<String> fault) {
        this.fault = fault;
    }

    void check(List<Stored.Event> events, List<Committed.Message> messages) {
        Map<String, Committed.Message> byId = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Committed.Message message : messages) {
            if (byId.put(message.id(), message) != null) fault.accept("published twice: " + message);
            Long before = last.put(message.subject(), message.sequence());
            if (before != null && before >= message.sequence())
                fault.accept("published after number %d: %s".formatted(before, message));
            if (!message.subject().equals(message.key())) fault.accept("published under another key: " + message);
        }
        for (Stored.Event event : events) {
            String type = PUBLIC.get(event.type());
            if (type != null) compare(event, type, byId.remove(event.id()));
        }
        byId.values().forEach(message -> fault.accept("published, and not in the log: " + message));
    }

    private void compare(Stored.Event event, String type, Committed.@Nullable Message message) {
        if (message == null) fault.accept("not published: " + event);
        else if (!message.type().equals(type)
                || !message.subject().equals(event.aggregateId())
                || message.sequence() != event.n()
                || !message.value().contains(event.account()))
            fault.accept("%s was published as %s".formatted(event, message));
    }
}

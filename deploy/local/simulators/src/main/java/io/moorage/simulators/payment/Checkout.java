package io.moorage.simulators.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment that a merchant asked for, with everything that happened to it.
 *
 * @param reference the merchant's own name for it
 * @param events what the merchant is told, in order
 * @param delivered ids of the events that the merchant took
 */
public record Checkout(
        String id,
        String reference,
        Money amount,
        String description,
        String language,
        String returnUrl,
        String expiresAt,
        State state,
        List<Event> events,
        List<String> delivered) {

    /** An open checkout past its time counts as expired without anybody writing it down. */
    public enum State {
        OPEN,
        PAID,
        DECLINED
    }

    boolean isExpired(Instant now) {
        return state == State.OPEN && now.isAfter(Instant.parse(expiresAt));
    }

    Checkout happened(State next, List<Event> more) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(more);
        return new Checkout(id, reference, amount, description, language, returnUrl, expiresAt, next, all, delivered);
    }

    Checkout delivered(Event event) {
        List<String> all = new ArrayList<>(delivered);
        all.add(event.id());
        return new Checkout(id, reference, amount, description, language, returnUrl, expiresAt, state, events, all);
    }

    List<Event> undelivered() {
        return events.stream().filter(event -> !delivered.contains(event.id())).toList();
    }
}

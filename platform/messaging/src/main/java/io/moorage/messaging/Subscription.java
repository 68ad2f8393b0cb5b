package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;

/**
 * What a service does when another one published something. Runs in one transaction with the note that the event was
 * taken in, so its effect is there exactly once; what fails is retried, then parked with the aggregate's later events
 * and retried on.
 */
public interface Subscription<E extends PublicEvent> {
    void on(E event);
}

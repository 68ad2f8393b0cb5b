package io.moorage.eventstore;

import java.time.Instant;
import java.util.Map;

/**
 * An event as it stands in the log.
 *
 * @param n the event's number within its aggregate, from 0
 * @param metadata who did it and why: the entries of {@link Trace}
 */
public record StoredEvent(
        Position position,
        String aggregate,
        String aggregateId,
        long n,
        String id,
        Instant at,
        Object payload,
        Map<String, String> metadata) {}

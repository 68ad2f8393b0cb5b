package io.moorage.contracts.identity;

import io.moorage.contracts.PublicEvent;

/** A log-in session ended for good: {@code reason} is {@code log-out}, {@code ended-by-user} (from another session) or {@code expired}. */
public record SessionEnded(String userId, String sessionId, String reason) implements PublicEvent {}

package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** Work on a server has begun. */
public record ServerActionStarted(String actionId, String server, String account, String type) implements PublicEvent {}

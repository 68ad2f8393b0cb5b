package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** A user, acting for an account, asked for work on a server. It is done asynchronously. */
public record ServerActionRequested(String actionId, String server, String account, String type, String requestedBy)
        implements PublicEvent {}

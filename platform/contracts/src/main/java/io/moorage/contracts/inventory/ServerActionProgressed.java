package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** Work on a server went on; {@code progress} is in percent. */
public record ServerActionProgressed(String actionId, String server, String account, String type, int progress)
        implements PublicEvent {}

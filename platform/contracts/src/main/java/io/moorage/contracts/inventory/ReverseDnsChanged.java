package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** The reverse DNS name of one of a server's addresses was changed for an account. */
public record ReverseDnsChanged(String server, String account, String ip) implements PublicEvent {}

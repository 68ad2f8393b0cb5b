package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** A server was switched on or off, as its machine reports. {@code power} is {@code on} or {@code off}; {@code account} holds the admin role. */
public record ServerPowerChanged(String server, String account, String power) implements PublicEvent {}

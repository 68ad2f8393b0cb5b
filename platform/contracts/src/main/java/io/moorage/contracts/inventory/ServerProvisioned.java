package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** A server is ready for the account that ordered it, which holds all three contact roles. */
public record ServerProvisioned(String server, String account, String kind, String location) implements PublicEvent {}

package io.moorage.contracts.account;

import io.moorage.contracts.PublicEvent;

/** An account's action log has so many {@code entries}; {@code hash} (SHA-256, in hexadecimal) covers them all. Whoever keeps it can tell later whether the log was rewritten. */
public record ActivityCheckpointed(String account, long entries, String hash) implements PublicEvent {}

package io.moorage.account.activity;

import java.time.Instant;

/** What can have happened to an account's action log as a whole; stored, private to this service. */
public sealed interface ActivityEvent {

    /**
     * Others are told where the log stands.
     *
     * @param entries how many it has
     * @param hash of the last one, in hexadecimal; it covers them all
     */
    record ActivityCheckpointed(String logId, String account, long entries, String hash, Instant at)
            implements ActivityEvent {}
}

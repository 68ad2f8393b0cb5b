package io.moorage.simulators.phone;

/**
 * Where the telephone listens, and what its operators' customers show.
 *
 * @param keyA the account's SID
 * @param secretB also signs the reports, if it is long enough for a JWT: 32 characters
 */
public record PhoneSettings(
        String address,
        int port,
        int smppPort,
        String keyA,
        String secretA,
        String keyB,
        String secretB,
        String smppSystemId,
        String smppPassword) {}

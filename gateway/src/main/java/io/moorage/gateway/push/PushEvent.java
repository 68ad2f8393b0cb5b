package io.moorage.gateway.push;

/**
 * An event as clients get it.
 *
 * @param account handle of the account it concerns; nobody else gets it
 * @param permission what a client must hold for that account
 * @param data JSON on one line
 */
record PushEvent(String account, String permission, String name, String data) {}

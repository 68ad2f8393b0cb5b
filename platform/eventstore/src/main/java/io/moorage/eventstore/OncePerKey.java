package io.moorage.eventstore;

/**
 * A command that takes effect once per key, however often it is sent: the key is recorded in the transaction of the
 * effect. For policies, since every event may reach them again.
 */
public interface OncePerKey {
    String onceKey();
}

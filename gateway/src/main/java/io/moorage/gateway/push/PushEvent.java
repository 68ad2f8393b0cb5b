package io.moorage.gateway.push;

import org.jspecify.annotations.Nullable;

/**
 * An event as clients get it.
 *
 * @param account handle of the account it concerns; nobody else gets it
 * @param service the one that it is about; null where it concerns the account as a whole
 * @param permission what a client must hold for that account; {@link #ANY_ACCESS} for whoever has any
 * @param data JSON on one line
 */
record PushEvent(String account, @Nullable String service, String permission, String name, String data) {
    static final String ANY_ACCESS = "";

    boolean isFor(Rights client) {
        return account.equals(client.account())
                && (permission.equals(ANY_ACCESS) || client.permissions().contains(permission))
                && (client.services() == null
                        || service != null && client.services().contains(service));
    }
}

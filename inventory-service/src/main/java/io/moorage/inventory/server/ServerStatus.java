package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerEvent.ServerActivated;
import io.moorage.inventory.server.ServerEvent.ServerCancelled;
import io.moorage.inventory.server.ServerEvent.ServerProvisioned;
import io.moorage.inventory.server.ServerEvent.ServerSuspended;
import java.util.Locale;
import java.util.Map;

/** Where a server's life stands. An event that isn't in a status's row can't happen in it, or leaves it as it is. */
public enum ServerStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    CANCELLED;

    private static final Map<ServerStatus, Map<Class<? extends ServerEvent>, ServerStatus>> TABLE = Map.of(
            PROVISIONING, // what is suspended before it is ready shows so once it is
                    Map.of(ServerProvisioned.class, ACTIVE, ServerCancelled.class, CANCELLED),
            ACTIVE, Map.of(ServerSuspended.class, SUSPENDED, ServerCancelled.class, CANCELLED),
            SUSPENDED, Map.of(ServerActivated.class, ACTIVE, ServerCancelled.class, CANCELLED),
            CANCELLED, Map.of());

    ServerStatus after(Class<? extends ServerEvent> event) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(event, this);
    }

    /** As the API, the database and public events spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

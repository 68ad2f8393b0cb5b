package io.moorage.inventory.server;

import java.util.Collection;
import java.util.Map;

/** Which servers are being worked on; known to the slice of the actions, which depends on this one and not the reverse. */
public interface Busy {

    /** By server number the id of the action that blocks it; servers that are free aren't in it. */
    Map<String, String> busyWith(Collection<String> numbers);
}

package io.moorage.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind what is being done, and why: bound while a request or a message is handled, and stored with every
 * event that comes of it.
 *
 * @param actor the user, or the name of the part that acts by itself
 * @param capacity {@link #STAFF}, where the actor did it for a customer as the provider's staff
 * @param account the account it is done for
 * @param session the log-in session
 * @param correlation the same for everything that one request set off
 * @param causation the event that directly caused this
 */
public record Trace(
        @Nullable String actor,
        @Nullable String capacity,
        @Nullable String account,
        @Nullable String session,
        @Nullable String correlation,
        @Nullable String causation) {
    public static final String STAFF = "staff";

    private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();
    private static final Trace NOBODY = new Trace(null, null, null, null, null, null);

    public static Trace current() {
        return CURRENT.orElse(NOBODY);
    }

    /** The trace of what follows from a stored event. */
    static Trace following(StoredEvent event) {
        Map<String, String> metadata = event.metadata();
        return new Trace(
                metadata.get("actor"),
                metadata.get("capacity"),
                metadata.get("account"),
                metadata.get("session"),
                metadata.get("correlationid"),
                event.id());
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The entries that are known, under the names that the public envelope uses too. */
    public Map<String, String> metadata() {
        Map<String, String> entries = new HashMap<>();
        put(entries, "actor", actor);
        put(entries, "capacity", capacity);
        put(entries, "account", account);
        put(entries, "session", session);
        put(entries, "correlationid", correlation);
        put(entries, "causationid", causation);
        return entries;
    }

    private static void put(Map<String, String> entries, String name, @Nullable String value) {
        if (value != null) entries.put(name, value);
    }
}

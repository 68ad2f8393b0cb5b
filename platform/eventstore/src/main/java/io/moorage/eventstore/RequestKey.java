package io.moorage.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The key under which a client may repeat a request, bound while the request is carried out. It is recorded in the
 * transaction of the request's effect: its first command, or all that it puts into one transaction. Carried out again
 * because its answer was lost, a request uses the identifiers that it had, and its commands change nothing.
 */
public final class RequestKey {
    private static final ScopedValue<RequestKey> CURRENT = ScopedValue.newInstance();

    private final String key;
    private final String bodyHash;
    private final List<String> ids;
    private final boolean repetition;
    private int idsGiven;
    private boolean recorded;
    private boolean overtaken;

    private RequestKey(String key, String bodyHash, List<String> ids, boolean repetition) {
        this.key = key;
        this.bodyHash = bodyHash;
        this.ids = new ArrayList<>(ids);
        this.repetition = repetition;
    }

    /** @param key unique for user, account, endpoint and the client's own key */
    public static RequestKey first(String key, String bodyHash) {
        return new RequestKey(key, bodyHash, List.of(), false);
    }

    /** @param ids those recorded with the effect */
    public static RequestKey again(String key, String bodyHash, List<String> ids) {
        return new RequestKey(key, bodyHash, ids, true);
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** A fresh identifier, or the one that this request had when it took effect. */
    public static String id(Supplier<UUID> fresh) {
        if (!CURRENT.isBound()) return fresh.get().toString();
        RequestKey request = CURRENT.get();
        if (request.idsGiven == request.ids.size()) request.ids.add(fresh.get().toString());
        return request.ids.get(request.idsGiven++);
    }

    /** Whether a request with the same key took effect while this one was being carried out; nothing of this one did. */
    public boolean wasOvertaken() {
        return overtaken;
    }

    static boolean isBound() {
        return CURRENT.isBound();
    }

    static RequestKey current() {
        return CURRENT.get();
    }

    String key() {
        return key;
    }

    String bodyHash() {
        return bodyHash;
    }

    List<String> ids() {
        return ids;
    }

    boolean isRepetition() {
        return repetition;
    }

    boolean isRecorded() {
        return recorded;
    }

    void recorded(boolean isRecorded) {
        recorded = isRecorded;
    }

    void overtaken() {
        overtaken = true;
    }
}

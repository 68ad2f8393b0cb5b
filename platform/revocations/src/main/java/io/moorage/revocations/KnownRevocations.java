package io.moorage.revocations;

import io.moorage.contracts.revocation.Revocation;
import io.moorage.contracts.revocation.Revocations;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The revocations of the last minutes, and how much of the stream is known. Knowledge is fresh while a round trip to Kafka
 * that reached the stream's end is two seconds old at most. Once it wasn't, it counts as fresh again only after
 * {@link #SETTLING}: in that time is published what was revoked while Kafka was away.
 */
public final class KnownRevocations implements Revocations {
    /** Twice as long as tokens live, so that clocks may differ by minutes. */
    static final Duration HELD = Duration.ofMinutes(10);

    static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Map<String, Long> heldUntil = new ConcurrentHashMap<>();
    private volatile @Nullable RoundTrip last;

    public KnownRevocations() {
        this(System::nanoTime);
    }

    KnownRevocations(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public boolean has(String kind, String id) {
        return hasKey(Revocation.key(kind, id));
    }

    /** As {@link #has}, by {@link Revocation#key}. */
    public boolean hasKey(String key) {
        return heldUntil.containsKey(key);
    }

    @Override
    public boolean isFresh() {
        RoundTrip trip = last;
        if (trip == null) return false;
        long now = nanos.getAsLong();
        return now - trip.begunAt <= FRESH.toNanos() && now - trip.settledAt >= 0;
    }

    @Override
    public boolean wasRead() {
        return last != null;
    }

    /** Seconds since the last round trip that reached the stream's end began; not a number before the first. */
    public double age() {
        RoundTrip trip = last;
        return trip == null ? Double.NaN : (nanos.getAsLong() - trip.begunAt) / 1e9;
    }

    /** How many revocations are held. */
    public int held() {
        return heldUntil.size();
    }

    /** @param age how long ago it was said */
    public void add(Revocation revocation, Duration age) {
        heldUntil.put(revocation.key(), nanos.getAsLong() + HELD.minus(age).toNanos());
    }

    /** A round trip reached the stream's end: all is known that was said before it began. */
    void knowsAllUntil(long begunAt) {
        RoundTrip before = last;
        long settledAt = before != null && begunAt - before.begunAt <= FRESH.toNanos()
                ? before.settledAt
                : begunAt + SETTLING.toNanos();
        last = new RoundTrip(begunAt, settledAt);
        long now = nanos.getAsLong();
        heldUntil.values().removeIf(until -> until - now <= 0);
    }

    /** Times as {@link System#nanoTime} tells them. */
    private record RoundTrip(long begunAt, long settledAt) {}
}

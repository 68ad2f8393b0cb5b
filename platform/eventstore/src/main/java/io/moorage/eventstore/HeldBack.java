package io.moorage.eventstore;

import java.time.Duration;

/** Notices since when one and the same open transaction has been keeping committed events from the readers. */
final class HeldBack {
    private long holder;
    private long sinceNanos;
    private boolean holds;

    synchronized void seen(Tail.Horizon horizon) {
        boolean same = holds && holder == horizon.xid();
        holds = horizon.holdsBack();
        if (same) return;
        holder = horizon.xid();
        sinceNanos = System.nanoTime();
    }

    synchronized Duration since() {
        return holds ? Duration.ofNanos(System.nanoTime() - sinceNanos) : Duration.ZERO;
    }
}

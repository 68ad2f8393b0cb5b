package io.moorage.proofs.wire;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A message that is stopped, or will be: neither it nor what follows it in its direction reaches the other side. */
public final class Hold {
    private final Trap trap;
    private final CountDownLatch sprung = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Object connection;
    private volatile boolean cut;

    Hold(Trap trap) {
        this.trap = trap;
    }

    /** Waits until the message has come, and stands in the proxy. */
    public Set<String> awaitSprung(Duration limit) throws InterruptedException {
        if (!sprung.await(limit.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("The message to hold did not come within " + limit);
        return trap.clues();
    }

    /** Lets the message and its followers go on. */
    public void release() {
        ended.countDown();
    }

    /** Drops the message and ends its connection on both sides. */
    public void cut() {
        cut = true;
        ended.countDown();
    }

    public boolean isHeld() {
        return sprung.getCount() == 0 && ended.getCount() > 0;
    }

    /** Whether the frame may go on; waits if it is the one, or comes after it. */
    boolean passes(Object conversation, boolean fromClient, byte[] frame) throws InterruptedException {
        if (!isTheOne(conversation, fromClient, frame)) return true;
        ended.await();
        return !cut;
    }

    private synchronized boolean isTheOne(Object conversation, boolean fromClient, byte[] frame) {
        if (connection != null || !trap.springs(conversation, fromClient, frame)) return false;
        connection = conversation;
        sprung.countDown();
        return true;
    }
}

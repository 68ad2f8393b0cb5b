package io.moorage.keycloak.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * What is on its way to a service: taken at once, so many and no more, and tried again for ten minutes. It waits in
 * memory and is lost when Keycloak ends.
 */
public final class HandOver implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HandOver.class);
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);
    private static final long LAST_SECONDS = 2;

    private final InternalService service;
    private final int most;
    private final Duration firstPause;
    private final Duration givesUpAfter;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("hand-over-", 0).factory());

    public HandOver(InternalService service) {
        this(service, 1_000, Duration.ofSeconds(1), GIVES_UP_AFTER);
    }

    HandOver(InternalService service, int most, Duration firstPause, Duration givesUpAfter) {
        this.service = service;
        this.most = most;
        this.firstPause = firstPause;
        this.givesUpAfter = givesUpAfter;
    }

    /** Neither waits nor fails, whatever becomes of the delivery. */
    public void take(Delivery delivery) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            LOG.errorf("%s is dropped: %d others wait for %s", delivery, most, service.name());
            return;
        }
        long since = System.nanoTime();
        workers.execute(() -> attempt(delivery, since, firstPause));
    }

    int waiting() {
        return waiting.get();
    }

    private enum Outcome {
        TAKEN,
        REFUSED,
        AWAY
    }

    private void attempt(Delivery delivery, long since, Duration pause) {
        switch (deliver(delivery)) {
            case TAKEN -> waiting.decrementAndGet();
            case REFUSED -> giveUp(delivery, "refuses it");
            case AWAY -> {
                if (System.nanoTime() - since > givesUpAfter.toNanos()) giveUp(delivery, "cannot be reached");
                else
                    workers.schedule(
                            () -> attempt(delivery, since, next(pause)), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private Outcome deliver(Delivery delivery) {
        try {
            Answer answer = service.ask(delivery.method(), delivery.path(), delivery.body());
            if (answer.good()) return Outcome.TAKEN;
            return answer.refused() ? Outcome.REFUSED : Outcome.AWAY;
        } catch (Unavailable e) {
            return Outcome.AWAY;
        }
    }

    private void giveUp(Delivery delivery, String reason) {
        waiting.decrementAndGet();
        LOG.errorf("%s is given up: %s %s", delivery, service.name(), reason);
    }

    private static Duration next(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** What was taken just now still goes out. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (waiting() > 0) LOG.errorf("%d deliveries did not reach %s", waiting(), service.name());
    }
}

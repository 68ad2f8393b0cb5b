package io.moorage.keycloak.facts;

import io.moorage.keycloak.internal.Answer;
import io.moorage.keycloak.internal.InternalService;
import io.moorage.keycloak.internal.Unavailable;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Brings identity-service the facts that wait: at once, and every second for as long as some are left. A user's facts
 * go in their order, so that one which isn't taken holds back the later ones of its user, and nobody else's. Where
 * several Keycloaks run, two may bring the same fact; it counts once by its id.
 */
final class FactsCourier implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FactsCourier.class);
    private static final int AT_ONCE = 100;
    private static final long LAST_SECONDS = 2;

    private final WaitingFacts waiting;
    private final InternalService identity;
    private final AtomicBoolean called = new AtomicBoolean();
    /** Whether the log has said so. */
    private boolean someWait;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("facts-courier").factory());

    FactsCourier(WaitingFacts waiting, InternalService identity) {
        this.waiting = waiting;
        this.identity = identity;
        thread.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
    }

    /** Something new waits. */
    void call() {
        if (!thread.isShutdown() && called.compareAndSet(false, true)) thread.execute(this::round);
    }

    private void round() {
        called.set(false);
        try {
            tell(!bringAll(), "some were not taken");
        } catch (Unavailable e) {
            tell(true, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The facts that wait cannot be read", e); // thrown on, it would end the rounds
        }
    }

    private void tell(boolean now, String reason) {
        if (now && !someWait) LOG.warnf("Facts wait for %s: %s", identity.name(), reason);
        if (!now && someWait) LOG.infof("%s has taken the facts that waited", identity.name());
        someWait = now;
    }

    /** Whether nothing waits any more. */
    private boolean bringAll() throws Unavailable {
        Set<String> heldBack = new HashSet<>();
        long last = 0;
        for (var facts = waiting.after(last, AT_ONCE); !facts.isEmpty(); facts = waiting.after(last, AT_ONCE)) {
            for (WaitingFact fact : facts) {
                last = fact.n();
                if (!heldBack.contains(fact.userId()) && !bring(fact)) heldBack.add(fact.userId());
            }
        }
        return heldBack.isEmpty();
    }

    /** Whether the fact is done with. No transaction is open meanwhile: it would hold up all who share the database. */
    private boolean bring(WaitingFact fact) throws Unavailable {
        var delivery = fact.delivery();
        Answer answer = identity.ask(delivery.method(), delivery.path(), delivery.body());
        if (!answer.good() && !answer.refused()) return false;
        if (answer.refused()) LOG.errorf("%s is given up: %s refuses it", delivery, identity.name());
        waiting.remove(fact);
        return true;
    }

    /** The fact that is on its way arrives; the others wait for the next start. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

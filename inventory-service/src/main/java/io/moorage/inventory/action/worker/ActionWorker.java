package io.moorage.inventory.action.worker;

import io.moorage.eventstore.TailSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for open actions that nobody has, as soon as events are committed in any replica, and runs each on a thread of
 * its own. One that ends before its action does, for whatever reason, stops renewing its claim, and the action is taken
 * up again, here or elsewhere.
 */
@Component
class ActionWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ActionWorker.class);
    /** So that replicas share what comes at once. */
    private static final int AT_A_TIME = 50;
    /** For claims that ended, of which no event tells. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ActionRun.Tools tools;
    private final TailSignal signal;
    private final int atOnce;
    private final Map<String, Thread> runs = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private List<Thread> threads = List.of();

    ActionWorker(ActionRun.Tools tools, TailSignal signal, @Value("${moorage.actions.at-once}") int atOnce) {
        this.tools = tools;
        this.signal = signal;
        this.atOnce = atOnce;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        threads = List.of(
                Thread.ofVirtual().name("actions-look").start(() -> keep(this::look)),
                Thread.ofVirtual().name("actions-renew").start(() -> keep(this::renew)));
    }

    private void look() throws InterruptedException {
        long seen = signal.count();
        if (takeUp() < AT_A_TIME) signal.await(seen, LOOK_AGAIN);
    }

    private int takeUp() {
        int most = Math.min(AT_A_TIME, atOnce - runs.size());
        if (most <= 0) return 0;
        List<String> taken = tools.claims().take(most);
        for (String action : taken) {
            Thread thread = Thread.ofVirtual().name("action " + action).unstarted(() -> run(action));
            if (runs.putIfAbsent(action, thread) == null) thread.start();
        }
        return taken.size();
    }

    private void run(String action) {
        try {
            new ActionRun(action, tools, stopping).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the claim stays for a while, since a step may be under way
        } finally {
            tools.claims().drop(action);
            runs.remove(action);
        }
    }

    private void renew() throws InterruptedException {
        tools.claims().renew();
        pause(tools.claims().lease().dividedBy(4));
    }

    private void keep(Round round) {
        try {
            while (isRunning()) attempt(round);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Round round) throws InterruptedException {
        try {
            round.go();
        } catch (RuntimeException e) {
            LOG.warn("Actions wait for the database: {}", e.toString());
            pause(LOOK_AGAIN);
        }
    }

    private void pause(Duration time) throws InterruptedException {
        boolean over = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        if (over) LOG.debug("The worker stops");
    }

    /** Steps under way are waited for, so that another replica can go on from them at once. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            for (Thread thread : threads) thread.join(Machines.LONGEST_STEP);
            for (Thread run : List.copyOf(runs.values())) run.join(Machines.LONGEST_STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private interface Round {
        void go() throws InterruptedException;
    }
}

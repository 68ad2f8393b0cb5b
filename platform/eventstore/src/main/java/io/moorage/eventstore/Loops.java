package io.moorage.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Work without end, a thread each, from the service's start to its stop. A loop ends when it is interrupted. */
public final class Loops implements SmartLifecycle {
    private static final long STOP_LIMIT_MS = 5_000;

    private final Supplier<List<? extends Runnable>> loops;
    private final ThreadFactory factory;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** @param loops asked when the service starts, since the handlers among its beans must be complete by then */
    public Loops(Supplier<List<? extends Runnable>> loops, ThreadFactory factory) {
        this.loops = loops;
        this.factory = factory;
    }

    @Override
    public void start() {
        running = true;
        for (Runnable loop : loops.get()) threads.add(factory.newThread(loop));
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_LIMIT_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.moorage.messaging;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs the loops, a thread each, from the start of the service to its end. */
final class MessagingLoops implements SmartLifecycle {
    private final List<Runnable> loops;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    MessagingLoops(List<Runnable> loops) {
        this.loops = loops;
    }

    @Override
    public void start() {
        running = true;
        // Platform threads: Kafka's clients block in native selectors and monitors.
        for (Runnable loop : loops)
            threads.add(Thread.ofPlatform().daemon().name("messaging").start(loop));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(5_000);
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

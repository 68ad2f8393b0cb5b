package io.moorage.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Runs every reader of the service, a thread for each of its segments. */
final class Readers implements SmartLifecycle {
    /** How far replicas can share one reader's work. Fixed: an aggregate must stay in its segment. */
    private static final int SEGMENTS = 4;

    private final Supplier<List<EventHandlers>> rows;
    private final Supplier<List<EventHandlers>> policies;
    private final TailReader.ReaderTools tools;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Readers(Supplier<List<EventHandlers>> rows, Supplier<List<EventHandlers>> policies, TailReader.ReaderTools tools) {
        this.rows = rows;
        this.policies = policies;
        this.tools = tools;
    }

    @Override
    public void start() {
        running = true;
        for (int segment = 0; segment < SEGMENTS; segment++) {
            for (EventHandlers handlers : rows.get()) start(new TailReader(handlers, true, SEGMENTS, segment, tools));
            for (EventHandlers handlers : policies.get())
                start(new TailReader(handlers, false, SEGMENTS, segment, tools));
        }
    }

    private void start(TailReader reader) {
        threads.add(Thread.ofVirtual().name("reader").start(reader));
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

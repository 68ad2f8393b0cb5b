package io.moorage.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the log for one bean of event handlers and one segment of the aggregates, while that part falls to this replica. */
final class TailReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
    /** How far replicas can share one reader's work. Fixed: an aggregate must stay in its segment. */
    static final int SEGMENTS = 4;

    private static final int BATCH = 1000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration HELD_BACK = Duration.ofMillis(3);

    private final String name;
    private final int number;
    private final String[] types;
    private final ReaderSegment segment;
    private final EventHandling handling;
    private final ReaderTools tools;

    private TailReader(EventHandlers handlers, boolean rows, int number, Lock turn, ReaderTools tools) {
        this.name = handlers.name();
        this.number = number;
        this.types = handlers.handled(tools.events());
        this.segment = new ReaderSegment(name, number, tools.state(), tools.transaction());
        this.handling = new EventHandling(handlers, rows, segment, tools.dataSource(), turn);
        this.tools = tools;
    }

    /** @param rows whether handling and position share a transaction ({@link FromTail}), or not ({@link Policy}) */
    static Stream<TailReader> forEachSegment(EventHandlers handlers, boolean rows, ReaderTools tools) {
        Lock turn = new ReentrantLock();
        return IntStream.range(0, SEGMENTS).mapToObj(segment -> new TailReader(handlers, rows, segment, turn, tools));
    }

    /** What all readers of a service share. */
    record ReaderTools(
            Tail tail,
            TailSignal signal,
            Leases leases,
            ReaderState state,
            StoredEvents events,
            TransactionTemplate transaction,
            DataSource dataSource) {}

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) attempt();
        } catch (InterruptedException e) {
            LOG.debug("{} stops", segment);
        }
    }

    private void attempt() throws InterruptedException {
        try {
            if (tools.leases().holdPart(name, number)) follow();
            else Thread.sleep(IDLE);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "{} starts again: {}",
                    segment,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            Thread.sleep(IDLE);
        }
    }

    private void follow() throws InterruptedException {
        Position position = segment.open();
        long checked = System.nanoTime();
        while (true) {
            if (System.nanoTime() - checked > IDLE.toNanos()) {
                if (!tools.leases().holdPart(name, number)) return;
                handling.retryParked(tools.tail());
                checked = System.nanoTime();
            }
            long seen = tools.signal().count();
            Tail.Batch batch = tools.tail().after(position, new Tail.Part(SEGMENTS, number, types), BATCH);
            List<StoredEvent> events = batch.events();
            if (!events.isEmpty()) handling.handle(events, batch.reached());
            position = batch.reached();
            if (events.isEmpty()) tools.signal().await(seen, batch.more() ? HELD_BACK : IDLE);
        }
    }
}

package io.moorage.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the log for one bean of event handlers and one segment of the aggregates, while it holds the lease. Events
 * of an aggregate are handled in order; one that fails is put aside together with the aggregate's later ones, and
 * nothing else waits for it.
 */
final class TailReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
    /** How far replicas can share one reader's work. Fixed: an aggregate must stay in its segment. */
    private static final int SEGMENTS = 4;

    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration HELD_BACK = Duration.ofMillis(3);

    private final EventHandlers handlers;
    private final boolean transactional;
    private final int segment;
    private final ReaderTools tools;
    private final String lease;
    private Position stored = Position.START;

    private TailReader(EventHandlers handlers, boolean transactional, int segment, ReaderTools tools) {
        this.handlers = handlers;
        this.transactional = transactional;
        this.segment = segment;
        this.tools = tools;
        this.lease = handlers.name() + "/" + segment;
    }

    /** @param transactional whether handling and position share a transaction (rows), or not (policies) */
    static Stream<TailReader> forEachSegment(EventHandlers handlers, boolean transactional, ReaderTools tools) {
        return IntStream.range(0, SEGMENTS)
                .mapToObj(segment -> new TailReader(handlers, transactional, segment, tools));
    }

    /** What all readers of a service share. */
    record ReaderTools(
            Tail tail, TailSignal signal, Leases leases, ReaderState state, TransactionTemplate transaction) {}

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) attempt();
        } catch (InterruptedException e) {
            LOG.debug("{} stops", lease);
        }
    }

    private void attempt() throws InterruptedException {
        try {
            if (tools.leases.hold(lease)) follow();
            else Thread.sleep(IDLE);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw new InterruptedException();
            LOG.warn(
                    "{} starts again: {}",
                    lease,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            Thread.sleep(IDLE);
        }
    }

    private void follow() throws InterruptedException {
        stored = tools.state.position(handlers.name(), segment);
        Position position = stored;
        long checked = System.nanoTime();
        while (true) {
            if (System.nanoTime() - checked > IDLE.toNanos()) {
                if (!tools.leases.hold(lease)) return;
                retryParked();
                checked = System.nanoTime();
            }
            long seen = tools.signal.count();
            Tail.Batch batch = tools.tail.after(position, SEGMENTS, segment, BATCH);
            List<StoredEvent> events =
                    batch.events().stream().filter(handlers::handles).toList();
            if (!events.isEmpty()) handle(events, batch.reached());
            position = batch.reached();
            if (batch.events().isEmpty()) tools.signal.await(seen, batch.more() ? HELD_BACK : IDLE);
        }
    }

    private void handle(List<StoredEvent> events, Position reached) {
        if (transactional && handleTogether(events, reached)) return;
        for (StoredEvent event : events) handleOrPark(event);
        if (stored.compareTo(reached) < 0) advance(reached);
    }

    private boolean handleTogether(List<StoredEvent> events, Position reached) {
        for (StoredEvent event : events) if (tools.state.parked(handlers.name(), event.aggregateId())) return false;
        try {
            tools.transaction.executeWithoutResult(status -> {
                tools.state.advance(handlers.name(), segment, stored, reached);
                events.forEach(this::handleOne);
            });
            stored = reached;
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} goes on event by event: {}", lease, e.toString());
            return false;
        }
    }

    private void handleOrPark(StoredEvent event) {
        if (tools.state.parked(handlers.name(), event.aggregateId())) {
            park(event, "an earlier event of the aggregate is parked");
            return;
        }
        try {
            if (transactional)
                tools.transaction.executeWithoutResult(status -> {
                    tools.state.advance(handlers.name(), segment, stored, event.position());
                    handleOne(event);
                });
            else handleOne(event);
            if (transactional) stored = event.position();
        } catch (RuntimeException e) {
            LOG.warn("{} parks event {} of {}", lease, event.id(), event.aggregateId(), e);
            park(event, e.toString());
        }
    }

    private void park(StoredEvent event, String error) {
        tools.transaction.executeWithoutResult(status -> {
            tools.state.park(handlers.name(), segment, event, error);
            tools.state.advance(handlers.name(), segment, stored, event.position());
        });
        stored = event.position();
    }

    private void advance(Position reached) {
        tools.state.advance(handlers.name(), segment, stored, reached);
        stored = reached;
    }

    private void retryParked() {
        for (Position letter : tools.state.due(handlers.name(), segment)) {
            StoredEvent event = tools.tail.at(letter);
            try {
                if (transactional)
                    tools.transaction.executeWithoutResult(status -> {
                        tools.state.remove(handlers.name(), letter);
                        handleOne(event);
                    });
                else {
                    handleOne(event);
                    tools.state.remove(handlers.name(), letter);
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} could not handle parked event {} of {}: {}",
                        lease,
                        event.id(),
                        event.aggregateId(),
                        e.toString());
                tools.state.tryLater(handlers.name(), letter, e.toString());
            }
        }
    }

    private void handleOne(StoredEvent event) {
        try {
            handlers.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.moorage.eventstore;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What one reader does with the events of its segment: in order per aggregate. One that fails is put aside together
 * with the aggregate's later ones, and nothing else waits for it. {@link FromTail} rows share a transaction with the
 * position; {@link Policy} ones can't, so they may see an event again.
 */
final class EventHandling {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandling.class);
    /** New events and the lease wait no longer for what was parked. */
    private static final Duration RETRYING = Duration.ofSeconds(1);

    private final EventHandlers handlers;
    private final boolean rows;
    private final ReaderSegment segment;
    private final DataSource dataSource;
    private final Lock turn;

    /** @param turn shared by the segments: totals have rows that all of them write, and would conflict over */
    EventHandling(EventHandlers handlers, boolean rows, ReaderSegment segment, DataSource dataSource, Lock turn) {
        this.handlers = handlers;
        this.rows = rows;
        this.segment = segment;
        this.dataSource = dataSource;
        this.turn = turn;
    }

    void handle(List<StoredEvent> events, Position reached) {
        Set<String> parked = new HashSet<>(segment.parkedAggregates());
        if (rows && parked.isEmpty() && handleTogether(events, reached)) return;
        for (StoredEvent event : events) handleOrPark(event, parked);
        segment.advance(reached);
    }

    private boolean handleTogether(List<StoredEvent> events, Position reached) {
        try {
            writeAndAdvance(events, reached);
            return true;
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            LOG.warn("{} goes on event by event: {}", segment, e.toString());
            return false;
        }
    }

    private void writeAndAdvance(List<StoredEvent> events, Position reached) {
        turn.lock();
        try {
            segment.advance(reached, () -> write(events));
        } finally {
            turn.unlock();
        }
    }

    private void handleOrPark(StoredEvent event, Set<String> parked) {
        if (parked.contains(event.aggregateId())) {
            segment.park(event, "an earlier event of the aggregate is parked");
            return;
        }
        try {
            if (rows) writeAndAdvance(List.of(event), event.position());
            else handlers.handle(event);
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            LOG.warn("{} parks event {} of {}", segment, event.id(), event.aggregateId(), e);
            segment.park(event, e.toString());
            parked.add(event.aggregateId());
        }
    }

    /** Not the event's fault: it is read again. */
    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof LeaseLost
                || Conflicts.isConflict(failure)
                || Conflicts.isOutage(failure)
                || Thread.currentThread().isInterrupted(); // the service stops
    }

    /** Handles what was put aside and is due again, one of an aggregate after the other, for a while. */
    void retryParked(Tail tail) {
        long begun = System.nanoTime();
        boolean settled = true;
        while (settled && System.nanoTime() - begun < RETRYING.toNanos()) {
            settled = false;
            for (Position letter : segment.due()) settled |= retry(letter, tail.at(letter));
        }
    }

    private boolean retry(Position letter, StoredEvent event) {
        try {
            if (!rows) handlers.handle(event);
            segment.release(letter, () -> {
                if (rows) write(List.of(event));
            });
            return true;
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            LOG.warn("{} could not handle parked event {}: {}", segment, event.id(), e.toString());
            segment.tryLater(letter, e.toString());
            return false;
        }
    }

    private void write(List<StoredEvent> events) {
        try (Statements statements = Statements.within(dataSource, DataSourceUtils.getConnection(dataSource))) {
            for (StoredEvent event : events) statements.of(handlers, () -> handlers.handle(event));
            statements.write();
        }
    }
}

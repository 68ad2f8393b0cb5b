package io.moorage.eventstore;

import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** One reader's part of the aggregates: how far it has come there, and what it had to put aside. */
final class ReaderSegment {
    private final String reader;
    private final int number;
    private final ReaderState state;
    private final TransactionTemplate transaction;
    private Position stored = Position.START;

    ReaderSegment(String reader, int number, ReaderState state, TransactionTemplate transaction) {
        this.reader = reader;
        this.number = number;
        this.state = state;
        this.transaction = transaction;
    }

    Position open() {
        stored = state.position(reader, number);
        return stored;
    }

    /** The position moves on and the work is done, both or neither. */
    void advance(Position to, Runnable work) {
        Conflicts.retried(() -> {
            transaction.executeWithoutResult(status -> {
                state.advance(reader, number, stored, to);
                work.run();
            });
            return true;
        });
        stored = to;
    }

    void advance(Position to) {
        if (stored.compareTo(to) < 0) advance(to, () -> {});
    }

    void park(StoredEvent event, String error) {
        advance(event.position(), () -> state.park(reader, number, event, error));
    }

    /** The aggregates whose events wait for an earlier one. */
    List<String> parkedAggregates() {
        return state.parkedAggregates(reader, number);
    }

    List<Position> due() {
        return state.due(reader, number);
    }

    /** The event that was put aside is handled; the work may share the transaction. */
    void release(Position letter, Runnable work) {
        Conflicts.retried(() -> {
            transaction.executeWithoutResult(status -> {
                if (state.remove(reader, letter)) work.run();
            });
            return true;
        });
    }

    void tryLater(Position letter, String error) {
        state.tryLater(reader, letter, error);
    }

    @Override
    public String toString() {
        return reader + "/" + number;
    }
}

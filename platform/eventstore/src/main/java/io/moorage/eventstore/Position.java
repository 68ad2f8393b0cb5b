package io.moorage.eventstore;

/**
 * A place in the log: the writing transaction, then the row's number. Rows are read in this order and only below the
 * horizon (no transaction still open is older), so nothing ever appears before a position already passed.
 */
public record Position(long xid, long seq) implements Comparable<Position> {
    public static final Position START = new Position(0, 0);

    /** The last place of what the transaction wrote. */
    static Position endOf(long xid) {
        return new Position(xid, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compareUnsigned(xid, other.xid);
        return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
    }
}

package io.moorage.eventstore;

/**
 * A place in the log: the writing transaction, then the row's number. Rows are read in this order and only below the
 * horizon (no transaction still open is older), so nothing ever appears before a position already passed.
 */
public record Position(long xid, long seq) implements Comparable<Position> {
    public static final Position START = new Position(0, 0);

    /** The last place before everything that the transaction and later ones wrote. */
    static Position before(long xid) {
        return new Position(xid - 1, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compareUnsigned(xid, other.xid);
        return byTransaction != 0 ? byTransaction : Long.compare(seq, other.seq);
    }
}

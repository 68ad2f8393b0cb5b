package io.moorage.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work of one kind that was put aside because it failed, each aggregate's in its order, and that is tried again until
 * it succeeds or an operator drops it. What is told about it holds no content, only references.
 */
public interface PutAside {

    /** What is put aside, as {@code event}; every id begins with it and a colon. */
    String name();

    /**
     * In an order that stays, with each aggregate's items as they will be handled.
     *
     * @param after the id of the last item seen, though it may be gone by now; null to begin
     */
    List<Item> list(@Nullable String after, int limit);

    /**
     * Makes an item due now; its reader takes it up within about a second.
     *
     * @throws NotParked if it was handled or dropped already, or waits for an earlier one
     */
    void retry(String id);

    /**
     * Gives an item up for good: its effect never happens. The aggregate's others stay and keep their order.
     *
     * @return what was dropped, for the record
     * @throws NotParked if it was handled or dropped already
     */
    Item drop(String id);

    /** How many items wait, by where they do; places without any aren't named. */
    Map<String, Long> counts();

    /**
     * @param where the reader or the subscription that failed
     * @param error the kind of failure; what it says is in the service's log, since it may quote what it failed on
     * @param waits whether an earlier item of its aggregate must go first, so that this one wasn't tried itself
     */
    record Item(
            String id,
            String where,
            String aggregate,
            String eventId,
            String type,
            String error,
            int tries,
            boolean waits,
            Instant parkedAt,
            Instant nextTryAt) {

        /** Reads a row of these columns: id, place, aggregate_id, event_id, type, error, tries, waits and the two times. */
        public static Item of(ResultSet row, int index) throws SQLException {
            return new Item(
                    row.getString("id"),
                    row.getString("place"),
                    row.getString("aggregate_id"),
                    row.getString("event_id"),
                    row.getString("type"),
                    row.getString("error"),
                    row.getInt("tries"),
                    row.getBoolean("waits"),
                    row.getTimestamp("parked_at").toInstant(),
                    row.getTimestamp("next_try_at").toInstant());
        }
    }
}

package io.moorage.eventstore;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes through the whole log and tells where it is no longer what was written. It reads page by page, each a short
 * transaction of its own that only reads: however long the log, it needs little memory and holds up nobody.
 */
public final class Verification {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final int PAGE = 5_000;
    /** The hash before a page's first event comes from the page before, if that ended within the same aggregate. */
    private static final String LINKS = """
            select page.aggregate_id, page.n, page.xid::text, page.seq, page.hash,
                page.hash = event_hash(
                    coalesce(lag(page.hash) over chain, case when page.aggregate_id = ? then ?::bytea end),
                    page.aggregate_id, page.n, page.type, page.revision, page.id, page.at, page.payload, page.metadata) as intact,
                head.n as head_n, head.hash as head_hash
            from (select * from event where (aggregate_id, n) > (?, ?) order by aggregate_id, n limit %d) as page
            left join event_head head on head.aggregate_id = page.aggregate_id
            window chain as (partition by page.aggregate_id order by page.n)
            order by page.aggregate_id, page.n
            """.formatted(PAGE);

    private static final String WHOLLY_GONE = """
            select aggregate_id from event_head head
            where not exists (select 1 from event e where e.aggregate_id = head.aggregate_id)
            """;

    private final JdbcTemplate jdbc;

    Verification(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Checks every event that is committed by now; later ones may or may not be checked too. */
    public Report run() {
        Chains chains = new Chains();
        jdbc.query(WHOLLY_GONE, row -> {
            chains.missing(row.getString(1));
        });
        List<Link> page;
        Link last = null;
        do {
            page = page(last);
            page.forEach(chains::next);
            if (!page.isEmpty()) last = page.getLast();
        } while (page.size() == PAGE);
        Report report = chains.end();
        if (report.found() > 0) LOG.error("The log is not what was written: {}", report);
        return report;
    }

    private List<Link> page(@Nullable Link last) {
        return last == null
                ? jdbc.query(LINKS, Verification::link, "", null, "", -1)
                : jdbc.query(LINKS, Verification::link, last.aggregate(), last.hash(), last.aggregate(), last.n());
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        byte[] headHash = row.getBytes("head_hash");
        return new Link(
                row.getString("aggregate_id"),
                row.getLong("n"),
                new Position(Long.parseUnsignedLong(row.getString("xid")), row.getLong("seq")),
                row.getBytes("hash"),
                row.getBoolean("intact"),
                headHash == null ? null : new Head(row.getLong("head_n"), headHash));
    }

    /** @param intact whether the hash covers the event and the hash of the stored event before it */
    record Link(
            String aggregate,
            long n,
            Position position,
            byte[] hash,
            boolean intact,
            @Nullable Head head) {}

    record Head(long n, byte[] hash) {}

    /**
     * @param found how many findings there are
     * @param findings the first hundred of them
     */
    public record Report(long events, long aggregates, long found, List<Finding> findings) {}

    /** @param n the number of the event concerned, within its aggregate; of those missing the first */
    public record Finding(String aggregate, long n, Damage what) {}

    /** What became of an event. Edited with its hash made to fit, it shows at the event after it or at the last one known. */
    public enum Damage {
        EDITED,
        REMOVED,
        REORDERED,
        CUT_OFF;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

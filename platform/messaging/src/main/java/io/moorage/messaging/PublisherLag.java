package io.moorage.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moorage.eventstore.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many events of the log are still to be published; counted by the replica that publishes, unknown to the others. */
final class PublisherLag implements MeterBinder {
    /** Far behind is far behind: counting millions at every look would only add to the load. */
    private static final String COUNT =
            "select count(*) from (select 1 from event where (xid, seq) > (?::xid8, ?) limit 100000) as waiting";

    private final JdbcTemplate jdbc;
    private volatile @Nullable Position published;

    PublisherLag(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void published(Position reached) {
        published = reached;
    }

    void publishedByAnother() {
        published = null;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("moorage.publisher.lag", this, PublisherLag::count)
                .description("Events committed and not yet published, at most 100,000")
                .register(registry);
    }

    private double count() {
        Position position = published;
        if (position == null) return Double.NaN;
        Long waiting = jdbc.queryForObject(COUNT, Long.class, Long.toUnsignedString(position.xid()), position.seq());
        return waiting == null ? Double.NaN : waiting;
    }
}

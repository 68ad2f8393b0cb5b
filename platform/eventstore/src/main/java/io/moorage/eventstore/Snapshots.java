package io.moorage.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Aggregates' states as they were after some event, so that a long history needn't be replayed. Only a short cut: one
 * that was taken by another form of its class is passed over, and all may be deleted.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int EVENTS_BETWEEN = 100;
    private static final String FIND =
            "select n, hash, state::text from snapshot where aggregate_id = ? and revision = ?";
    private static final String KEEP = """
            insert into snapshot as old (aggregate_id, n, revision, hash, state) values (?, ?, ?, ?, ?::json)
            on conflict (aggregate_id) do update set n = excluded.n, revision = excluded.revision, hash = excluded.hash, state = excluded.state
            where old.n < excluded.n or old.revision <> excluded.revision
            """;

    private final JdbcTemplate jdbc;
    private final Map<Class<?>, String> revisions = new ConcurrentHashMap<>();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.SETTER, Visibility.NONE))
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            // An aggregate's collections are final fields.
            .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
            .build();

    Snapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash of the event {@code n}, after which the aggregate had the state */
    record Snapshot(long n, byte[] hash, Object state) {}

    /** Changes with the shape of the class's fields. */
    String revision(Class<?> aggregate) {
        return revisions.computeIfAbsent(aggregate, Shape::of);
    }

    @Nullable
    Snapshot find(String aggregateId, Class<?> aggregate) {
        List<Snapshot> found = jdbc.query(
                FIND,
                (row, index) -> new Snapshot(
                        row.getLong("n"), row.getBytes("hash"), json.readValue(row.getString("state"), aggregate)),
                aggregateId,
                revision(aggregate));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Takes a snapshot if enough events have come since the last one; its absence costs time only. */
    void keep(String aggregateId, LiveAggregate<?> live) {
        Object root = live.root();
        byte[] hash = live.hash();
        if (root == null || hash == null || live.stored() - live.snapshotAt() < EVENTS_BETWEEN) return;
        live.hasSnapshot(live.stored());
        try {
            jdbc.update(
                    KEEP,
                    aggregateId,
                    live.stored(),
                    revision(live.type().root()),
                    hash,
                    json.writeValueAsString(root));
        } catch (RuntimeException e) {
            LOG.warn("No snapshot of {} was taken: {}", aggregateId, e.toString());
        }
    }
}

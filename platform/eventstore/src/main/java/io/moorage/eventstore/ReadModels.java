package io.moorage.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** The tables that follow from the log alone, each kept by one bean; any can be rebuilt while the service works on. */
public final class ReadModels {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModels.class);

    private final Supplier<List<Model>> find;
    private final Rebuilding rebuilding;
    private final Leases leases;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    ReadModels(Supplier<List<Model>> find, Rebuilding rebuilding, Leases leases) {
        this.find = find;
        this.rebuilding = rebuilding;
        this.leases = leases;
    }

    /**
     * @param state {@code ready}, {@code rebuilding}, {@code rebuilt} or {@code failed}, as this instance knows
     * @param percent of the log that the rebuild has replayed
     * @param events how many it has handled
     * @param error why it failed; the tables are as they were then
     */
    public record State(
            String name,
            List<String> tables,
            String state,
            int percent,
            long events,
            @Nullable Duration took,
            @Nullable String error) {}

    public List<State> all() {
        return find.get().stream().map(this::state).toList();
    }

    /**
     * Begins to replay the log into fresh tables, which in the end take the place of the old ones.
     *
     * @throws RebuildRefused if there is no such read model, or it is being rebuilt already
     */
    public void rebuild(String name) {
        Model model = find.get().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RebuildRefused.unknown(name));
        String lease = "rebuild of " + name;
        if (running(name) || !leases.hold(lease)) throw RebuildRefused.running(name);
        Progress begun = new Progress();
        progress.put(name, begun);
        Thread.ofVirtual().name(lease).start(() -> {
            try {
                run(model, begun);
            } finally {
                leases.release(lease);
            }
        });
    }

    private void run(Model model, Progress begun) {
        try {
            rebuilding.run(model, begun);
            begun.end(null);
            LOG.info("{} was rebuilt from {} events", model.name(), begun.events());
        } catch (Exception e) {
            LOG.error("{} could not be rebuilt and stays as it is", model.name(), e);
            begun.end(NestedExceptionUtils.getMostSpecificCause(e).toString());
        }
    }

    private boolean running(String name) {
        return progress.get(name) instanceof Progress known && !known.hasEnded();
    }

    private State state(Model model) {
        Progress known = progress.get(model.name());
        List<String> tables = Arrays.asList(model.tables());
        if (known == null) return new State(model.name(), tables, "ready", 100, 0, null, null);
        return new State(
                model.name(), tables, known.state(), known.percent(), known.events(), known.took(), known.error());
    }

    /**
     * One bean's tables.
     *
     * @param fromTail whether a reader keeps them, with a position, or the commands themselves
     */
    record Model(EventHandlers handlers, String[] tables, boolean fromTail) {
        static Model ownRows(EventHandlers handlers) {
            return new Model(
                    handlers, handlers.type().getAnnotation(WithCommand.class).tables(), false);
        }

        static Model fromTail(EventHandlers handlers) {
            return new Model(
                    handlers, handlers.type().getAnnotation(FromTail.class).tables(), true);
        }

        String name() {
            return handlers.name();
        }
    }

    /** How far a rebuild has come. */
    static final class Progress {
        private final Instant begun = Instant.now();
        private volatile long last;
        private volatile long events;
        private volatile int percent;
        private volatile @Nullable Duration took;
        private volatile @Nullable String error;

        /** The number of the row at which the present round ends. */
        void goesTo(long seq) {
            last = seq;
        }

        void reached(long handled, long seq) {
            events += handled;
            percent = last == 0 ? 99 : (int) Math.min(99, 100 * seq / last);
        }

        void end(@Nullable String reason) {
            error = reason;
            if (reason == null) percent = 100;
            took = Duration.between(begun, Instant.now());
        }

        boolean hasEnded() {
            return took != null;
        }

        long events() {
            return events;
        }

        int percent() {
            return percent;
        }

        @Nullable
        Duration took() {
            return took;
        }

        @Nullable
        String error() {
            return error;
        }

        String state() {
            if (took == null) return "rebuilding";
            return error == null ? "rebuilt" : "failed";
        }
    }
}

package io.moorage.bench;

import io.moorage.bench.load.Sample;
import io.moorage.bench.reference.Databases;
import io.moorage.bench.service.BenchService;
import io.moorage.bench.service.Replayed;
import io.moorage.eventstore.ReadModels;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** P6: events a second into a read model that begins from nothing, beside PostgreSQL copying the events out. */
final class Rebuilding implements Benchmark {
    private static final Target TARGET = Target.atLeast(0.2);
    private static final String BESIDE = "COPY event TO STDOUT";
    private static final int EVENTS_EACH = 25;

    /** A way to build a read model from the log. */
    interface Rebuild {
        String name();

        /** Builds it from the first event on, for at most so long. */
        Sample run(String database, int events, Duration limit) throws Exception;
    }

    @Override
    public List<Result> run(Settings settings) throws Exception {
        String database = Databases.likeAService();
        try (var pool = Databases.pool(database)) {
            int counters = settings.events() / EVENTS_EACH;
            Databases.addCounters(new JdbcTemplate(pool), counters, EVENTS_EACH);
            int events = counters * EVENTS_EACH;
            List<Result> results = new ArrayList<>();
            for (Rebuild rebuild :
                    List.of(new ThroughRebuild(), new ThroughReader("count"), new ThroughReader("rows"))) {
                List<Side> sides = List.of(
                        new Side(rebuild.name(), time -> rebuild.run(database, events, time)),
                        new Side(BESIDE, time -> copyOut(pool)));
                var rounds = new Contest(settings).run("P6 " + rebuild.name(), sides);
                results.add(
                        Result.of(new Result.Question("P6", rebuild.name(), "events/s", TARGET), BESIDE, rounds, 1));
            }
            return results;
        }
    }

    private static Sample copyOut(DataSource pool) throws Exception {
        try (var connection = pool.getConnection()) {
            long begin = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy event to stdout", OutputStream.nullOutputStream());
            return new Sample(rows / ((System.nanoTime() - begin) / 1e9), Map.of("events", rows));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator has it done: into fresh tables, which then take the place of the old ones. */
    private record ThroughRebuild() implements Rebuild {
        @Override
        public String name() {
            return "rebuild, an upsert per event";
        }

        @Override
        public Sample run(String database, int events, Duration limit) {
            try (var service = BenchService.start(database, Map.of())) {
                ReadModels readModels = service.getBean(ReadModels.class);
                readModels.rebuild("CounterValues");
                while (state(readModels).state().equals("rebuilding")) LockSupport.parkNanos(1_000_000);
                ReadModels.State end = state(readModels);
                if (!end.state().equals("rebuilt") || end.took() == null)
                    throw new IllegalStateException(end.toString());
                return new Sample(end.events() / (end.took().toNanos() / 1e9), Map.of("events", end.events()));
            }
        }

        private static ReadModels.State state(ReadModels readModels) {
            return readModels.all().stream()
                    .filter(each -> each.name().equals("CounterValues"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A service starts whose reader has never run: what every new read model does today. */
    private record ThroughReader(String how) implements Rebuild {
        @Override
        public String name() {
            return "replay through the reader, " + (how.equals("rows") ? "a row per event" : "handler only counts");
        }

        @Override
        public Sample run(String database, int events, Duration limit) throws Exception {
            try (var service = BenchService.start(database, Map.of("bench.replays", how))) {
                Replayed replayed = service.getBean(Replayed.class);
                while (replayed.events() == 0) LockSupport.parkNanos(100_000);
                long begin = System.nanoTime();
                long before = replayed.events();
                while (replayed.events() < events && System.nanoTime() - begin < limit.toNanos())
                    LockSupport.parkNanos(100_000);
                double seconds = (System.nanoTime() - begin) / 1e9;
                long done = replayed.events() - before;
                return new Sample(done / seconds, Map.of("events", done));
            } finally {
                forget(database);
            }
        }

        private static void forget(String database) {
            try (var pool = Databases.pool(database)) {
                JdbcTemplate sql = new JdbcTemplate(pool);
                sql.update("delete from reader_position");
                sql.update("delete from dead_letter"); // a reader stopped in the middle of its work may leave some
                sql.execute("truncate counted");
            }
        }
    }
}

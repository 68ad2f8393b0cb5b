package io.moorage.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays the log into fresh tables beside the ones in use, through the same handlers, and swaps them. Commands and
 * readers go on meanwhile; only the last few events and the swap itself keep them waiting. Commands are kept out by a
 * lock on the log, which costs them nothing at other times; a reader by the lock on its position, which is then set to
 * where the fresh tables stand.
 */
final class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    /** One transaction's events. In a larger one, a row that all of them change gets slower with each change. */
    private static final int BATCH = 1_000;

    private static final int SWAP_ATTEMPTS = 10;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private final Tail tail;
    private final StoredEvents events;
    private final DataSource dataSource;

    Rebuilding(Tail tail, StoredEvents events, DataSource dataSource) {
        this.tail = tail;
        this.events = events;
        this.dataSource = dataSource;
    }

    void run(ReadModels.Model model, ReadModels.Progress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // A reader's fresh tables need no snapshot of the whole: nobody else writes to them.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            FreshTables fresh = new FreshTables(connection, model.name(), model.tables());
            try {
                fresh.create();
                Replay replay = new Replay(model, connection, progress);
                replay.catchUp();
                fresh.index();
                replay.catchUp();
                swap(model, connection, fresh, replay);
            } finally {
                fresh.drop();
            }
        }
    }

    private void swap(ReadModels.Model model, Connection connection, FreshTables fresh, Replay replay)
            throws SQLException {
        for (int attempt = 1; ; attempt++) {
            Position before = replay.position();
            try {
                if (model.fromTail()) {
                    replay.upTo(lockReader(connection, model.name()));
                    moveReader(connection, model.name(), replay.position());
                } else {
                    lockLog(connection);
                    replay.toTheEnd();
                }
                fresh.takeOver();
                connection.commit();
                return;
            } catch (SQLException e) {
                connection.rollback();
                replay.backTo(before);
                boolean mayPass = LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
                if (!mayPass || attempt == SWAP_ATTEMPTS) throw e;
                LOG.info("{} waits for a long transaction before it is swapped in", model.name());
            }
        }
    }

    /** Waits for the commands under way, and lets none begin until the swap is done. */
    private static void lockLog(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("lock table event in share row exclusive mode");
        }
    }

    /** Stops the reader; the furthest place that one of its segments has come to. */
    private static Position lockReader(Connection connection, String reader) throws SQLException {
        Position furthest = Position.START;
        try (var settings = connection.createStatement();
                var statement = connection.prepareStatement(
                        "select xid::text, seq from reader_position where reader = ? order by segment for update")) {
            settings.execute("set local lock_timeout = '10s'");
            statement.setString(1, reader);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var position = new Position(Long.parseUnsignedLong(rows.getString(1)), rows.getLong(2));
                    if (position.compareTo(furthest) > 0) furthest = position;
                }
            }
        }
        return furthest;
    }

    /** The reader goes on behind what the fresh tables hold, and has nothing put aside any more. */
    private static void moveReader(Connection connection, String reader, Position position) throws SQLException {
        try (var move = connection.prepareStatement(
                        "update reader_position set xid = ?::xid8, seq = ? where reader = ?");
                var forget = connection.prepareStatement("delete from dead_letter where reader = ?")) {
            move.setString(1, Long.toUnsignedString(position.xid()));
            move.setLong(2, position.seq());
            move.setString(3, reader);
            move.executeUpdate();
            forget.setString(1, reader);
            forget.executeUpdate();
        }
    }

    /** The log, going through the handlers into the fresh tables. */
    private final class Replay {
        private final EventHandlers handlers;
        private final Tail.Part part;
        private final Connection connection;
        private final ReadModels.Progress progress;
        private Position position = Position.START;

        Replay(ReadModels.Model model, Connection connection, ReadModels.Progress progress) {
            this.handlers = model.handlers();
            this.part = new Tail.Part(1, 0, handlers.handled(events));
            this.connection = connection;
            this.progress = progress;
        }

        Position position() {
            return position;
        }

        void backTo(Position earlier) {
            position = earlier;
        }

        /** What was there at the beginning, then what came meanwhile, as long as that gets less. */
        void catchUp() throws SQLException {
            long before = Long.MAX_VALUE;
            for (long round = round(); round >= BATCH && round < before; round = round()) before = round;
        }

        private long round() throws SQLException {
            long begun = progress.events();
            Position end = tail.last();
            progress.goesTo(end.seq());
            CompletableFuture<Tail.Batch> next = position.compareTo(end) < 0 ? readAhead() : null;
            while (next != null) {
                Tail.Batch batch = next.join();
                position = batch.reached();
                boolean more = batch.events().size() == BATCH && position.compareTo(end) < 0;
                next = more ? readAhead() : null;
                write(batch.events());
                commitWithoutWaiting();
            }
            return progress.events() - begun;
        }

        /** The next batch is read while one is written. */
        private CompletableFuture<Tail.Batch> readAhead() {
            Position from = position;
            return CompletableFuture.supplyAsync(
                    () -> tail.after(from, part, BATCH),
                    work -> Thread.ofVirtual().start(work));
        }

        /** Nothing is lost with fresh tables that a crash takes: only their taking over has to be on the disk. */
        private void commitWithoutWaiting() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit to off");
            }
            connection.commit();
        }

        void upTo(Position end) {
            boolean more = true;
            while (more && position.compareTo(end) < 0) more = oneBatch();
        }

        /** Whether more may follow. */
        private boolean oneBatch() {
            Tail.Batch batch = tail.after(position, part, BATCH);
            write(batch.events());
            position = batch.reached();
            return batch.events().size() == BATCH;
        }

        /** Complete only while nobody can append. */
        void toTheEnd() {
            List<StoredEvent> rest;
            do {
                rest = tail.undisturbed(position, part, BATCH);
                write(rest);
                if (!rest.isEmpty()) position = rest.getLast().position();
            } while (rest.size() == BATCH);
        }

        private void write(List<StoredEvent> batch) {
            if (batch.isEmpty()) return;
            try (Statements statements = Statements.within(dataSource, connection)) {
                for (StoredEvent event : batch) statements.of(handlers, () -> handlers.handle(event));
                statements.write();
            }
            progress.reached(batch.size(), batch.getLast().position().seq());
        }
    }
}

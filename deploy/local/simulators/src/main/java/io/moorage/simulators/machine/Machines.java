package io.moorage.simulators.machine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All machines. Time alone decides what has happened to them: each look, and a clock that ticks beside, first writes down what is
 * due. So operations go on where they were when the simulator starts again.
 */
public final class Machines implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Machines.class.getName());
    private static final long TICK_MS = 50;

    private final Journal journal;
    private final Pace pace;
    private final Clock clock;
    private final Map<String, Machine> byNumber = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public Machines(Path folder, Pace pace, Clock clock) {
        this.journal = new Journal(folder.resolve("journal.jsonl"));
        this.pace = pace;
        this.clock = clock;
        journal.read().forEach(this::take);
    }

    public void start() {
        timer.scheduleAtFixedRate(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            journal.close();
        }
    }

    /** A machine as it stands now. Whoever asks for one that nobody has touched yet gets it as it was racked. */
    Machine machine(String number) {
        settle(Set.of(number));
        return kept(known(number));
    }

    /** Every machine that was ever told anything, by number. */
    List<Machine> all() {
        settle(underWay);
        return kept(byNumber.values().stream()
                .sorted(Comparator.comparing(Machine::number))
                .toList());
    }

    Optional<Operation> operation(String number, String id) {
        return Optional.ofNullable(machine(number).operations().get(id));
    }

    /** The operation of this id, or else a new one. */
    Operation order(String number, String id, String type, @Nullable String image) {
        accept(number, id, type, image);
        return operation(number, id).orElseThrow();
    }

    private synchronized void accept(String number, String id, String type, @Nullable String image) {
        Machine machine = known(number);
        if (machine.operations().containsKey(id)) {
            return;
        }
        long takesMs = machine.next().takesMs().orElseGet(pace::draw);
        write(List.of(new Entry.Accepted(number, now(), id, type, image, takesMs, machine.next())));
    }

    /** False if it is too late: it has taken effect, or ended. */
    boolean cancel(String number, String id) {
        endIfInTime(number, id);
        return operation(number, id).orElseThrow().state() == Operation.State.CANCELLED;
    }

    private synchronized void endIfInTime(String number, String id) {
        settle(Set.of(number));
        Operation operation = known(number).operations().get(id);
        if (operation != null && operation.isCancellable()) {
            write(List.of(new Entry.Ended(number, now(), id, Operation.State.CANCELLED, null)));
        }
    }

    Behaviour instruct(String number, Behaviour next) {
        synchronized (this) {
            write(List.of(new Entry.Instructed(number, now(), next)));
        }
        return kept(next);
    }

    /** What is told has to be on the disk. Not under the lock: those who wait for it then wait together. */
    private <T> T kept(T told) {
        journal.sync();
        return told;
    }

    Instant now() {
        return clock.instant();
    }

    private void tick() {
        try {
            settle(underWay);
            journal.sync();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is due could not be written down; trying again", e);
        }
    }

    private synchronized void settle(Set<String> numbers) {
        Instant now = now();
        List<Entry> due = numbers.stream()
                .filter(underWay::contains)
                .flatMap(number -> known(number).due(now).stream())
                .toList();
        if (!due.isEmpty()) {
            write(due);
        }
    }

    /** In the file first, then in memory. */
    private void write(List<Entry> entries) {
        journal.append(entries);
        entries.forEach(this::take);
    }

    private void take(Entry entry) {
        Machine machine = known(entry.machine()).after(entry);
        byNumber.put(machine.number(), machine);
        if (machine.isUnderWay()) {
            underWay.add(machine.number());
        } else {
            underWay.remove(machine.number());
        }
    }

    private Machine known(String number) {
        Machine machine = byNumber.get(number);
        return machine == null ? Machine.racked(number) : machine;
    }
}

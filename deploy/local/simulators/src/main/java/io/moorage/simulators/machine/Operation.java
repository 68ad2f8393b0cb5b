package io.moorage.simulators.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a machine was told to do. It takes effect when half of its time is over, and until then it can be cancelled.
 *
 * @param error the code of its failure
 */
record Operation(
        String id,
        String type,
        @Nullable String image,
        Instant acceptedAt,
        long takesMs,
        Behaviour behaviour,
        State state,
        boolean carriedOut,
        @Nullable Instant endedAt,
        @Nullable String error) {
    static final Set<String> TYPES = Set.of("power-on", "power-off", "reboot", "reinstall", "rescue-on", "rescue-off");
    static final String REINSTALL = "reinstall";
    private static final long STUCK_AT = 45;

    enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    static Operation of(Entry.Accepted entry) {
        return new Operation(
                entry.operation(),
                entry.type(),
                entry.image(),
                entry.at(),
                entry.takesMs(),
                entry.behaviour(),
                State.RUNNING,
                false,
                null,
                null);
    }

    Operation done() {
        return new Operation(id, type, image, acceptedAt, takesMs, behaviour, state, true, endedAt, error);
    }

    Operation ended(Entry.Ended entry) {
        return new Operation(
                id, type, image, acceptedAt, takesMs, behaviour, entry.state(), carriedOut, entry.at(), entry.error());
    }

    boolean isCancellable() {
        return state == State.RUNNING && !carriedOut;
    }

    /** Whether something will still happen by itself. */
    boolean isUnderWay() {
        return state == State.RUNNING ? !behaviour.hangs() : state == State.FAILED && behaviour.recoversAfter() != null;
    }

    /** True if it ran at some moment after {@code start}. */
    boolean ranAfter(Instant start) {
        return endedAt == null || endedAt.isAfter(start);
    }

    /** What has to have happened by now and isn't written down yet, in order. */
    List<Entry> due(String machine, Instant now, List<String> beside) {
        List<Entry> due = new ArrayList<>();
        if (!isUnderWay()) {
            return due;
        }
        boolean over = !now.isBefore(end());
        boolean failing = state == State.RUNNING && behaviour.fail() != null;
        if (failing) {
            if (over) due.add(new Entry.Ended(machine, now, id, State.FAILED, behaviour.fail()));
            return due;
        }
        boolean takesEffect = !carriedOut && !behaviour.lies() && !now.isBefore(pointOfNoReturn());
        if (takesEffect) due.add(new Entry.Effect(machine, now, id, type, beside));
        if (over) due.add(new Entry.Ended(machine, now, id, State.SUCCEEDED, null));
        return due;
    }

    private Instant pointOfNoReturn() {
        return state == State.FAILED ? end() : acceptedAt.plusMillis(takesMs / 2);
    }

    private Instant end() {
        return endedAt == null
                ? acceptedAt.plusMillis(takesMs)
                : endedAt.plusMillis(behaviour.recoversAfterMs().orElse(0));
    }

    /** In percent; 100 only for success. */
    long progress(Instant now) {
        if (state == State.SUCCEEDED) {
            return 100;
        }
        long elapsed =
                Duration.between(acceptedAt, endedAt == null ? now : endedAt).toMillis();
        long percent = takesMs == 0 ? 0 : Math.max(0, elapsed) * 100 / takesMs;
        return Math.min(percent, behaviour.hangs() ? STUCK_AT : 99);
    }
}

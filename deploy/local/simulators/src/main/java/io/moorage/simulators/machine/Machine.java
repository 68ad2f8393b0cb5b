package io.moorage.simulators.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A machine at one moment.
 *
 * @param image what was installed last; absent as long as nothing was
 * @param rescue started from the rescue system instead of its disk
 * @param operations all that it was ever told, by id, in order
 * @param log what was really done, one line for each effect
 * @param next how its next operation is to go
 */
record Machine(
        String number,
        boolean power,
        @Nullable String image,
        boolean rescue,
        Map<String, Operation> operations,
        List<Entry.Effect> log,
        Behaviour next) {

    /** Racked, switched on, and nothing done to it yet: how every machine stands before its first order. */
    static Machine racked(String number) {
        return new Machine(number, true, null, false, Map.of(), List.of(), Behaviour.GOOD);
    }

    /** Whether something will still happen to it by itself. */
    boolean isUnderWay() {
        return operations.values().stream().anyMatch(Operation::isUnderWay);
    }

    /** What has to have happened by now and isn't written down yet. */
    List<Entry> due(Instant now) {
        return operations.values().stream()
                .flatMap(operation -> operation.due(number, now, beside(operation)).stream())
                .toList();
    }

    private List<String> beside(Operation one) {
        return operations.values().stream()
                .filter(other -> !other.id().equals(one.id()) && other.ranAfter(one.acceptedAt()))
                .map(Operation::id)
                .toList();
    }

    Machine after(Entry entry) {
        return switch (entry) {
            case Entry.Instructed instructed ->
                new Machine(number, power, image, rescue, operations, log, instructed.next());
            case Entry.Accepted accepted ->
                with(Operation.of(accepted)).after(new Entry.Instructed(number, accepted.at(), Behaviour.GOOD));
            case Entry.Effect effect -> changedBy(effect);
            case Entry.Ended ended -> with(operation(ended.operation()).ended(ended));
        };
    }

    private Machine changedBy(Entry.Effect effect) {
        Operation operation = operation(effect.operation()).done();
        boolean installed = effect.effect().equals(Operation.REINSTALL);
        boolean rescued = switch (effect.effect()) {
            case "rescue-on" -> true;
            case "rescue-off", Operation.REINSTALL -> false;
            default -> rescue;
        };
        List<Entry.Effect> longer = new ArrayList<>(log);
        longer.add(effect);
        return new Machine(
                        number,
                        !effect.effect().equals("power-off"),
                        installed ? operation.image() : image,
                        rescued,
                        operations,
                        List.copyOf(longer),
                        next)
                .with(operation);
    }

    private Machine with(Operation operation) {
        Map<String, Operation> all = new LinkedHashMap<>(operations);
        all.put(operation.id(), operation);
        return new Machine(number, power, image, rescue, all, log, next);
    }

    private Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), id);
    }
}

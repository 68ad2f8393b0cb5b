package io.moorage.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for their aggregate, first come first served, before a transaction exists: a waiter that
 * already held a connection would starve every other aggregate. The thread of the first one carries out all that wait,
 * as one group, then hands over.
 */
final class AggregateQueues {
    private static final int LONGEST = 256;
    private static final int LARGEST_GROUP = 64;

    private final ConcurrentMap<String, Queue<SentCommand>> waiting = new ConcurrentHashMap<>();

    /** @throws AggregateBusy if too many wait already */
    void inTurn(SentCommand command, Consumer<List<SentCommand>> work) {
        waiting.compute(command.aggregateId(), (id, queue) -> joined(id, queue, command));
        if (!command.awaitLead()) return;
        List<SentCommand> group = next(command.aggregateId());
        try {
            work.accept(group);
        } finally {
            waiting.computeIfPresent(command.aggregateId(), (id, queue) -> handedOver(queue, group.size()));
            group.forEach(SentCommand::done);
        }
    }

    private static Queue<SentCommand> joined(
            String aggregateId, @Nullable Queue<SentCommand> queue, SentCommand command) {
        if (queue == null) {
            command.lead();
            queue = new ArrayDeque<>();
        }
        if (queue.size() > LONGEST) throw new AggregateBusy(aggregateId);
        queue.add(command);
        return queue;
    }

    /** They stay in the queue until they are done, so that it isn't taken for empty. */
    private List<SentCommand> next(String aggregateId) {
        List<SentCommand> group = new ArrayList<>();
        waiting.computeIfPresent(aggregateId, (id, queue) -> {
            queue.stream().limit(LARGEST_GROUP).forEach(group::add);
            return queue;
        });
        return group;
    }

    private static @Nullable Queue<SentCommand> handedOver(Queue<SentCommand> queue, int carriedOut) {
        for (int i = 0; i < carriedOut; i++) queue.remove();
        if (queue.peek() instanceof SentCommand first) {
            first.lead();
            return queue;
        }
        return null;
    }
}

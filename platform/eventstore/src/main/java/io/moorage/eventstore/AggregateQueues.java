package io.moorage.eventstore;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.jspecify.annotations.Nullable;

/**
 * One command at a time per aggregate, first come first served, waiting before a transaction exists: a waiter that
 * already held a connection would starve every other aggregate.
 */
final class AggregateQueues {
    private static final int LONGEST = 256;

    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();
    private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();

    <R> @Nullable R inTurn(CommandMessage<?> command, Callable<@Nullable R> work) {
        String aggregateId = targets.resolveTarget(command).getIdentifier();
        Queue queue = queues.compute(aggregateId, (id, known) -> known == null ? new Queue() : known.joined());
        try {
            if (queue.waiting.get() > LONGEST) throw new AggregateBusy(aggregateId);
            queue.turn.lockInterruptibly();
            try {
                return work.call();
            } finally {
                queue.turn.unlock();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            queues.computeIfPresent(aggregateId, (id, known) -> known.waiting.decrementAndGet() == 0 ? null : known);
        }
    }

    private static final class Queue {
        final ReentrantLock turn = new ReentrantLock(true);
        final AtomicInteger waiting = new AtomicInteger(1);

        Queue joined() {
            waiting.incrementAndGet();
            return this;
        }
    }
}

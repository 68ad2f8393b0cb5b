package io.moorage.eventstore;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a command to its aggregate and waits until its effect is committed. Two commands that meet on one aggregate
 * are both carried out, one after the other: within an instance they queue, between instances the later one is tried
 * again as a whole. Inside a transaction of the caller nothing is retried; the caller retries its transaction.
 */
public final class Commands {
    private final CommandBus bus;
    private final AggregateQueues queues;

    Commands(CommandBus bus, AggregateQueues queues) {
        this.bus = bus;
        this.queues = queues;
    }

    /**
     * @return what the aggregate's handler returned
     * @throws AggregateBusy if too many commands wait for the aggregate
     * @throws RuntimeException what the handler threw, such as a refusal
     */
    public <R> @Nullable R send(Object command) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Trace.current().metadata());
        if (TransactionSynchronizationManager.isActualTransactionActive()) return dispatch(message);
        return queues.inTurn(message, () -> Conflicts.retried(() -> this.<R>dispatch(message)));
    }

    private <R> @Nullable R dispatch(CommandMessage<?> message) {
        FutureCallback<Object, R> answer = new FutureCallback<>();
        bus.dispatch(message, answer);
        var result = answer.getResult();
        if (!result.isExceptional()) return result.getPayload();
        if (result.exceptionResult() instanceof RuntimeException e) throw e;
        throw new IllegalStateException(result.exceptionResult());
    }
}

package io.moorage.eventstore;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a command to its aggregate and waits until its effect is committed. Commands that meet on one aggregate are all
 * carried out: within an instance they queue and are committed in groups, between instances the later one is tried
 * again. Inside a transaction of the caller nothing is retried; the caller retries its transaction.
 */
public final class Commands {
    private final AggregateTypes types;
    private final AggregateQueues queues;
    private final CommandGroups groups;

    Commands(AggregateTypes types, AggregateQueues queues, CommandGroups groups) {
        this.types = types;
        this.queues = queues;
        this.groups = groups;
    }

    /**
     * @return what the aggregate's handler returned
     * @throws AggregateBusy if too many commands wait for the aggregate
     * @throws RuntimeException what the handler threw, such as a refusal
     */
    @SuppressWarnings("unchecked")
    public <R> @Nullable R send(Object command) {
        SentCommand sent = SentCommand.of(types, GenericCommandMessage.asCommandMessage(command));
        if (TransactionSynchronizationManager.isActualTransactionActive()) groups.carryOutWithin(sent);
        else queues.inTurn(sent, groups::carryOut);
        return (R) sent.answer();
    }
}

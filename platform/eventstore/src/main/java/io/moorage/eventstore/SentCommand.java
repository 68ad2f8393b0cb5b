package io.moorage.eventstore;

import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;

/** A command on its way: what was sent and by whom, and in the end its answer. */
final class SentCommand {
    private enum State {
        WAITING,
        LEADING,
        DONE
    }

    private final AggregateType<?> type;
    private final CommandMessage<?> message;
    private final String aggregateId;
    private final Trace trace;
    private final @Nullable RequestKey request;
    private final Thread sender;

    private volatile State state = State.WAITING;
    private @Nullable Object result;
    private @Nullable RuntimeException failure;
    private boolean answered;
    private boolean holdsRequestKey;

    private SentCommand(AggregateType<?> type, CommandMessage<?> message, String aggregateId) {
        this.type = type;
        this.message = message;
        this.aggregateId = aggregateId;
        this.trace = Trace.current();
        this.request = RequestKey.isBound() && !RequestKey.current().isRecorded() ? RequestKey.current() : null;
        this.sender = Thread.currentThread();
    }

    static SentCommand of(AggregateTypes types, CommandMessage<?> message) {
        return new SentCommand(types.of(message), message, types.target(message));
    }

    AggregateType<?> type() {
        return type;
    }

    CommandMessage<?> message() {
        return message;
    }

    String aggregateId() {
        return aggregateId;
    }

    Trace trace() {
        return trace;
    }

    /** The key of the request that this is the effect of; null once the request's effect is recorded. */
    @Nullable
    RequestKey request() {
        return request;
    }

    @Nullable
    String onceKey() {
        return message.getPayload() instanceof OncePerKey once ? once.onceKey() : null;
    }

    boolean isKeyed() {
        return request != null || onceKey() != null;
    }

    void succeeded(@Nullable Object answer) {
        answered = true;
        result = answer;
        failure = null;
    }

    /** Its request's key goes into the transaction. */
    void keepsRequestKey(boolean isKept) {
        holdsRequestKey = isKept;
    }

    void failed(RuntimeException reason) {
        answered = true;
        failure = reason;
        holdsRequestKey = false;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Its answer stands, and what it did is committed. */
    void done() {
        if (holdsRequestKey && request != null) request.recorded(true);
        state = State.DONE;
        LockSupport.unpark(sender);
    }

    /** Its sender's thread is to carry out what waits. */
    void lead() {
        state = State.LEADING;
        LockSupport.unpark(sender);
    }

    /** Waits for its turn or its end; interruptions wait too, since the command may be under way already. */
    boolean awaitLead() {
        boolean interrupted = false;
        while (state == State.WAITING) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) sender.interrupt();
        return state == State.LEADING;
    }

    @Nullable
    Object answer() {
        if (failure != null) throw failure;
        if (!answered) throw new IllegalStateException("Not carried out: " + message.getCommandName());
        return result;
    }
}

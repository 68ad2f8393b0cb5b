package io.moorage.inventory.action;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.inventory.action.ServerActionCommand.BeginAction;
import io.moorage.inventory.action.ServerActionCommand.RecordOutcome;
import io.moorage.inventory.action.ServerActionCommand.RecordProgress;
import io.moorage.inventory.action.ServerActionCommand.RequestAction;
import io.moorage.inventory.action.ServerActionCommand.RequestCancellation;
import io.moorage.inventory.action.ServerActionCommand.TimeOutAction;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAdvanced;
import io.moorage.inventory.action.ServerActionEvent.ServerActionAnsweredLate;
import io.moorage.inventory.action.ServerActionEvent.ServerActionCancellationRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionFinished;
import io.moorage.inventory.action.ServerActionEvent.ServerActionRequested;
import io.moorage.inventory.action.ServerActionEvent.ServerActionStarted;
import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.Outcome;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One piece of work on one server, from the wish to its one end. */
@AggregateRoot(type = "server-action")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class ServerAction {
    @AggregateIdentifier
    private String actionId;

    private String account;
    private String server;
    private ActionType type;
    private @Nullable String image;
    private ServerActionState state;
    private int steps;
    private boolean cancellable = true;
    private boolean cancelling;
    private @Nullable Outcome outcome;
    private boolean contradicted;

    ServerAction() {}

    @CommandHandler
    ServerAction(RequestAction wish) {
        apply(new ServerActionRequested(
                wish.actionId(),
                wish.account(),
                wish.server(),
                wish.type(),
                wish.image(),
                wish.requestedBy(),
                wish.at()));
    }

    @CommandHandler
    void decide(BeginAction begin) {
        if (state == ServerActionState.REQUESTED) begin(begin.at());
    }

    /**
     * A step counts if it follows the one stored last: of two workers that believe that the action is theirs, one gets
     * on. A step past the point where it could be cancelled doesn't count if a cancellation came first; it is taken
     * again, by a driver that knows.
     */
    @CommandHandler
    void decide(RecordProgress progress) {
        if (state != ServerActionState.RUNNING || progress.step() != steps + 1) return;
        if (cancelling && !progress.toldOfCancellation() && cancellable && !progress.cancellable()) return;
        apply(new ServerActionAdvanced(
                actionId,
                account,
                server,
                type,
                progress.step(),
                progress.checkpoint(),
                progress.progress(),
                progress.cancellable(),
                progress.at()));
    }

    /** What the machine says is a fact: it ends the action, or is kept as a contradiction of its end, once. */
    @CommandHandler
    void decide(RecordOutcome answer) {
        if (state == ServerActionState.REQUESTED) begin(answer.at());
        if (!state.isOver()) finish(answer.outcome(), answer.fault(), answer.at());
        else if (outcome != answer.outcome() && !contradicted && outcome != null)
            apply(new ServerActionAnsweredLate(
                    actionId, account, server, type, image, outcome, answer.outcome(), answer.at()));
    }

    @CommandHandler
    void decide(RequestCancellation wish) {
        if (state == ServerActionState.REQUESTED) finish(Outcome.CANCELLED, null, wish.at());
        else if (state.isOver() || !cancellable) throw ServerActionRefused.cancelTooLate();
        else if (!cancelling) apply(new ServerActionCancellationRequested(actionId, account, server, wish.at()));
    }

    @CommandHandler
    void decide(TimeOutAction timeOut) {
        if (state == ServerActionState.RUNNING) finish(Outcome.TIMED_OUT, timeOut.fault(), timeOut.at());
    }

    private void begin(Instant at) {
        apply(new ServerActionStarted(actionId, account, server, type, at));
    }

    private void finish(Outcome how, @Nullable ActionFault fault, Instant at) {
        apply(new ServerActionFinished(actionId, account, server, type, image, how, fault, at));
    }

    @EventSourcingHandler
    void evolve(ServerActionRequested event) {
        actionId = event.actionId();
        account = event.account();
        server = event.server();
        type = event.type();
        image = event.image();
        state = ServerActionState.REQUESTED;
    }

    @EventSourcingHandler
    void evolve(ServerActionStarted event) {
        state = state.after(event);
    }

    @EventSourcingHandler
    void evolve(ServerActionAdvanced event) {
        steps = event.step();
        cancellable = event.cancellable();
    }

    @EventSourcingHandler
    void evolve(ServerActionCancellationRequested event) {
        cancelling = true;
    }

    @EventSourcingHandler
    void evolve(ServerActionFinished event) {
        state = state.after(event);
        outcome = event.outcome();
    }

    @EventSourcingHandler
    void evolve(ServerActionAnsweredLate event) {
        contradicted = true;
    }
}

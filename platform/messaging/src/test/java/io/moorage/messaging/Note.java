package io.moorage.messaging;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An aggregate that only remembers how often it was written. */
@AggregateRoot(type = "note")
@SuppressWarnings("NullAway.Init")
class Note {
    @AggregateIdentifier
    private String id;

    private int lines;

    Note() {}

    record Write(@TargetAggregateIdentifier String id) {}

    sealed interface NoteEvent {
        record Written(String id, int line) implements NoteEvent {}
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Write write) {
        apply(new NoteEvent.Written(write.id(), lines + 1));
    }

    @EventSourcingHandler
    void evolve(NoteEvent.Written event) {
        id = event.id();
        lines = event.line();
    }
}

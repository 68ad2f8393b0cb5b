package io.moorage.eventstore.counter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.eventstore.OncePerKey;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The smallest aggregate that can go wrong: it counts. */
@AggregateRoot(type = "counter")
@SuppressWarnings("NullAway.Init")
public class Counter {
    @AggregateIdentifier
    private String id;

    private int value;

    Counter() {}

    public record Count(@TargetAggregateIdentifier String id) {}

    public record CountOnce(@TargetAggregateIdentifier String id, String onceKey) implements OncePerKey {}

    public sealed interface CounterEvent {
        record Counted(String id, int value) implements CounterEvent {}
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(Count count) {
        apply(new CounterEvent.Counted(count.id(), value + 1));
        return value;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountOnce count) {
        apply(new CounterEvent.Counted(count.id(), value + 1));
    }

    @EventSourcingHandler
    void evolve(CounterEvent.Counted event) {
        id = event.id();
        value = event.value();
    }
}

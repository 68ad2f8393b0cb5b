package io.moorage.bench.service;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.eventstore.OncePerKey;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Counts: the least that an aggregate can do. */
@AggregateRoot(type = "counter")
@SuppressWarnings("NullAway.Init") // Axon sets the fields from the events
public class Counter {
    @AggregateIdentifier
    private String id;

    private long value;

    Counter() {}

    /** @param token what tells this command's event from all others */
    public record Count(@TargetAggregateIdentifier String id, String token) {}

    /** As policies send it, with a row that keeps it from taking effect twice. */
    public record CountOnce(@TargetAggregateIdentifier String id, String onceKey) implements OncePerKey {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Count count) {
        apply(new CounterEvent.Counted(count.id(), value + 1, count.token()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountOnce count) {
        apply(new CounterEvent.Counted(count.id(), value + 1, count.onceKey()));
    }

    @EventSourcingHandler
    void evolve(CounterEvent.Counted event) {
        id = event.id();
        value = event.value();
    }
}

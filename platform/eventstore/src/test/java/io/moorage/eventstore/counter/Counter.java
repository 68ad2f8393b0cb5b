package io.moorage.eventstore.counter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moorage.eventstore.OncePerKey;
import io.moorage.eventstore.counter.Counter.CounterEvent.Counted;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;

/** The smallest aggregate that can go wrong: it counts. */
@AggregateRoot(type = "counter")
@SuppressWarnings("NullAway.Init")
public class Counter {
    @AggregateIdentifier
    private String id;

    private int value;
    private final List<Integer> tens = new ArrayList<>();

    Counter() {}

    public record Count(@TargetAggregateIdentifier String id) {}

    public record CountOnce(@TargetAggregateIdentifier String id, String onceKey) implements OncePerKey {}

    public record CountUpTo(@TargetAggregateIdentifier String id, int limit) {}

    public record CountUpToOnce(@TargetAggregateIdentifier String id, int limit, String onceKey)
            implements OncePerKey {}

    public record CountThenThinkBetter(
            @TargetAggregateIdentifier String id) {}

    public record CountBy(@TargetAggregateIdentifier String id, int by) {}

    public record Start(@TargetAggregateIdentifier String id) {}

    public static final class LimitReached extends RuntimeException {}

    public sealed interface CounterEvent {
        /** Up to revision 1 every step was by one. */
        @Revision("2")
        record Counted(String id, int value, int by) implements CounterEvent {}
    }

    @CommandHandler
    Counter(Start start) {
        apply(new Counted(start.id(), 0, 0));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int decide(Count count) {
        apply(new Counted(count.id(), value + 1, 1));
        return value;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountOnce count) {
        apply(new Counted(count.id(), value + 1, 1));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountUpTo count) {
        if (value >= count.limit()) throw new LimitReached();
        apply(new Counted(count.id(), value + 1, 1));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountUpToOnce count) {
        if (value >= count.limit()) throw new LimitReached();
        apply(new Counted(count.id(), value + 1, 1));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountThenThinkBetter count) {
        apply(new Counted(count.id(), value + 1, 1));
        throw new LimitReached();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountBy count) {
        apply(new Counted(count.id(), value + count.by(), count.by()));
    }

    @EventSourcingHandler
    void evolve(Counted event) {
        id = event.id();
        value = event.value();
        if (value % 10 == 0) tens.add(value);
    }
}

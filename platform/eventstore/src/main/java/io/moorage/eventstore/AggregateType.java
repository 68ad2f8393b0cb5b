package io.moorage.eventstore;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** One class of aggregates: Axon's reading of its annotations, over the {@link Round} that runs. */
final class AggregateType<T> implements Repository<T> {
    private final Class<T> root;
    private final Constructor<T> constructor;
    private final AggregateModel<T> model;
    private final AggregateAnnotationCommandHandler<T> handler;

    AggregateType(Class<T> root, CommandTargets targets) {
        this.root = root;
        this.constructor = constructor(root);
        this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(root);
        this.handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateModel(model)
                .repository(this)
                .commandTargetResolver(targets)
                .build();
    }

    private static <T> Constructor<T> constructor(Class<T> root) {
        try {
            Constructor<T> found = root.getDeclaredConstructor();
            found.setAccessible(true);
            return found;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(root + " needs a constructor without parameters", e);
        }
    }

    Class<T> root() {
        return root;
    }

    Set<String> commands() {
        return handler.supportedCommandNames();
    }

    @Nullable
    Object handle(CommandMessage<?> command) throws Exception {
        return handler.handle(command);
    }

    /** An aggregate as its events made it, from a snapshot on where there is one. */
    EventSourcedAggregate<T> replayed(
            @Nullable Object snapshot, long snapshotAt, List<DomainEventMessage<?>> events, Applied applied) {
        T start = snapshot == null ? blank() : root.cast(snapshot);
        EventSourcedAggregate<T> aggregate =
                EventSourcedAggregate.initialize(start, model, applied, null, NoSnapshotTriggerDefinition.TRIGGER);
        if (!events.isEmpty()) aggregate.initializeState(DomainEventStream.of(events));
        aggregate.initSequence(snapshotAt + events.size());
        return aggregate;
    }

    private T blank() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Aggregate<T> load(String aggregateId) {
        LiveAggregate<T> live = Round.current().aggregate(this);
        if (live.isNew()) throw new AggregateNotFoundException(aggregateId, "No such " + model.type());
        return live.instance();
    }

    @Override
    public Aggregate<T> load(String aggregateId, @Nullable Long expectedVersion) {
        return load(aggregateId);
    }

    @Override
    public Aggregate<T> loadOrCreate(String aggregateId, Callable<T> factory) throws Exception {
        LiveAggregate<T> live = Round.current().aggregate(this);
        return live.isNew() ? newInstance(factory) : live.instance();
    }

    @Override
    public Aggregate<T> newInstance(Callable<T> factory) throws Exception {
        Applied applied = new Applied();
        return Round.current().created(this, create(factory, applied), applied);
    }

    private EventSourcedAggregate<T> create(Callable<T> factory, Applied applied) throws Exception {
        return EventSourcedAggregate.initialize(factory, model, applied, null, NoSnapshotTriggerDefinition.TRIGGER);
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("Aggregates set no deadlines: a process has a timed sweep");
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return false;
    }
}

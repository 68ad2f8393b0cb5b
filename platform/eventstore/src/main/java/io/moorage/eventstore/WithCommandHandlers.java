package io.moorage.eventstore;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls the {@link WithCommand} handlers before the command commits, and wakes the readers after. */
final class WithCommandHandlers implements SmartInitializingSingleton {
    private final EventStore store;
    private final Supplier<List<EventHandlers>> find;
    private final TailSignal signal;

    WithCommandHandlers(EventStore store, Supplier<List<EventHandlers>> find, TailSignal signal) {
        this.store = store;
        this.find = find;
        this.signal = signal;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<EventHandlers> handlers = find.get();
        store.subscribe(events -> beforeCommit(handlers, events));
    }

    private void beforeCommit(List<EventHandlers> handlers, List<? extends EventMessage<?>> events) {
        for (EventHandlers each : handlers)
            for (EventMessage<?> event : events) call(each, (DomainEventMessage<?>) event);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.committed();
            }
        });
    }

    private static void call(EventHandlers handlers, DomainEventMessage<?> event) {
        try {
            handlers.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

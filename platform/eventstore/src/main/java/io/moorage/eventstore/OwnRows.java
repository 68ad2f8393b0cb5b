package io.moorage.eventstore;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Calls the {@link WithCommand} handlers, whose rows are written with the command's events. */
final class OwnRows implements SmartInitializingSingleton {
    private final Supplier<List<EventHandlers>> find;
    private List<EventHandlers> handlers = List.of();

    /** @param find asked when all beans are there */
    OwnRows(Supplier<List<EventHandlers>> find) {
        this.find = find;
    }

    @Override
    public void afterSingletonsInstantiated() {
        handlers = find.get();
    }

    void write(DomainEventMessage<?> event, Statements statements) {
        for (EventHandlers each : handlers) {
            if (each.handles(event)) statements.of(each, () -> each.handle(event));
        }
    }
}

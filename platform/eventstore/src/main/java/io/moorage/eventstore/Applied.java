package io.moorage.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** The events that one aggregate has applied and that are not stored yet; what Axon takes for its event bus. */
final class Applied implements EventBus {
    private final List<DomainEventMessage<?>> events = new ArrayList<>();

    @Override
    public void publish(List<? extends EventMessage<?>> applied) {
        Map<String, String> trace = Trace.current().metadata();
        for (EventMessage<?> event : applied) events.add(((DomainEventMessage<?>) event).withMetaData(trace));
    }

    int count() {
        return events.size();
    }

    List<DomainEventMessage<?>> from(int first) {
        return List.copyOf(events.subList(first, events.size()));
    }

    List<DomainEventMessage<?>> first(int count) {
        return List.copyOf(events.subList(0, count));
    }

    void again(List<DomainEventMessage<?>> kept) {
        events.addAll(kept);
    }

    void clear() {
        events.clear();
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        throw new UnsupportedOperationException("Readers follow the log with TailReader");
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
        throw new UnsupportedOperationException("Events are taken as the aggregate applies them");
    }
}

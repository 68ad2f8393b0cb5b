package io.moorage.eventstore;

import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** The methods of one bean that handle events, called the way Axon calls them. */
final class EventHandlers {
    private final AnnotationEventHandlerAdapter adapter;
    private final String name;

    EventHandlers(Object bean, Class<?> type) {
        this.adapter = new AnnotationEventHandlerAdapter(bean);
        this.name = type.getSimpleName();
    }

    String name() {
        return name;
    }

    boolean handles(StoredEvent event) {
        return adapter.canHandle(new GenericEventMessage<>(event.payload(), Map.of()));
    }

    /** In the trace of what follows from the event. */
    void handle(StoredEvent event) throws Exception {
        Trace.following(event).call(() -> {
            handle(EventRows.message(event));
            return true;
        });
    }

    void handle(DomainEventMessage<?> message) throws Exception {
        if (adapter.canHandle(message)) adapter.handle(message);
    }
}

package io.moorage.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;

/** The methods of one bean that handle events, called the way Axon calls them. */
final class EventHandlers {
    private final AnnotationEventHandlerAdapter adapter;
    private final Class<?> type;
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    EventHandlers(Object bean, Class<?> type) {
        this.adapter = new AnnotationEventHandlerAdapter(bean);
        this.type = type;
    }

    String name() {
        return type.getSimpleName();
    }

    /** The class whose annotations tell what kind of handlers these are. */
    Class<?> type() {
        return type;
    }

    boolean handles(DomainEventMessage<?> event) {
        return known.computeIfAbsent(event.getPayloadType(), type -> adapter.canHandle(event));
    }

    /** The names of the stored events that any of the methods takes. */
    String[] handled(StoredEvents events) {
        return events.names().stream()
                .filter(name -> adapter.canHandleType(events.classOf(name)))
                .toArray(String[]::new);
    }

    /** In the trace of what follows from the event. */
    void handle(StoredEvent event) {
        Trace.following(event).run(() -> handle(EventRows.message(event)));
    }

    void handle(DomainEventMessage<?> message) {
        try {
            adapter.handle(message);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

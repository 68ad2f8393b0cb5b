package io.moorage.eventstore;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The events that a service stores, by names that stay although a class moves to another package. Declared as a bean
 * from the sealed interfaces of the service's aggregates; an event's name is its record's simple name.
 */
public final class StoredEvents {
    private final Map<String, Class<?>> byName;

    private StoredEvents(Map<String, Class<?>> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException if two events share a name */
    public static StoredEvents of(Class<?>... sealedInterfaces) {
        return new StoredEvents(Arrays.stream(sealedInterfaces)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity())));
    }

    String nameOf(Class<?> event) {
        if (byName.get(event.getSimpleName()) != event)
            throw new IllegalArgumentException(event + " is not among the service's stored events");
        return event.getSimpleName();
    }

    /** @throws IllegalArgumentException if no event has that name */
    public Class<?> classOf(String name) {
        Class<?> event = byName.get(name);
        if (event == null) throw new IllegalArgumentException("No stored event is named " + name);
        return event;
    }

    public Set<String> names() {
        return byName.keySet();
    }
}

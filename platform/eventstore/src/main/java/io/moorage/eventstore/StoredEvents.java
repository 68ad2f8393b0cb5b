package io.moorage.eventstore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events that a service stores, by names that stay although a class moves to another package. Declared as a bean
 * from the sealed interfaces of the service's aggregates; an event's name is its record's simple name. A record whose
 * stored form changed says so with {@code @Revision("2")}, and an upcaster brings the older form up to it.
 */
public final class StoredEvents {
    private static final String FIRST = "1";

    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> revisions;
    private final Map<String, Consumer<ObjectNode>> upcasters = new HashMap<>();

    private StoredEvents(Map<String, Class<?>> byName) {
        this.byName = byName;
        this.revisions =
                byName.values().stream().collect(Collectors.toMap(Function.identity(), StoredEvents::revision));
    }

    /** @throws IllegalStateException if two events share a name */
    public static StoredEvents of(Class<?>... sealedInterfaces) {
        return new StoredEvents(Arrays.stream(sealedInterfaces)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity())));
    }

    /**
     * How an event stored in a form is brought to the next.
     *
     * @param revision the older form's, a number
     * @param change edits the stored JSON
     */
    public StoredEvents upcasting(String name, String revision, Consumer<ObjectNode> change) {
        classOf(name);
        upcasters.put(name + " " + revision, change);
        return this;
    }

    private static String revision(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return revision == null ? FIRST : revision.value();
    }

    String nameOf(Class<?> event) {
        if (byName.get(event.getSimpleName()) != event)
            throw new IllegalArgumentException(event + " is not among the service's stored events");
        return event.getSimpleName();
    }

    /** The form in which the event is stored now. */
    public String revisionOf(Class<?> event) {
        return revisions.getOrDefault(event, FIRST);
    }

    /** @throws IllegalArgumentException if no event has that name */
    public Class<?> classOf(String name) {
        Class<?> event = byName.get(name);
        if (event == null) throw new IllegalArgumentException("No stored event is named " + name);
        return event;
    }

    /** @throws IllegalArgumentException if the event can't be read, being of a form that nothing brings up to today's */
    public Object read(String name, String revision, String text, EventJson json) {
        Class<?> type = classOf(name);
        String current = revisionOf(type);
        if (revision.equals(current)) return json.read(text, type);
        ObjectNode stored = json.tree(text);
        for (String at = revision; !at.equals(current); at = Integer.toString(Integer.parseInt(at) + 1)) {
            Consumer<ObjectNode> upcaster = upcasters.get(name + " " + at);
            if (upcaster == null)
                throw new IllegalArgumentException("No upcaster for " + name + " from revision " + at);
            upcaster.accept(stored);
        }
        return json.read(stored, type);
    }

    public Set<String> names() {
        return byName.keySet();
    }
}

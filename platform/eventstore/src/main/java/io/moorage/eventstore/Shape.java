package io.moorage.eventstore;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A name for what a class's state looks like: the fields of it and of our own classes in it. A class whose events come
 * to mean something else without a field changing says so with another {@link Revision}.
 */
final class Shape {
    private static final String OURS = "io.moorage.";

    private Shape() {}

    static String of(Class<?> root) {
        Set<String> fields = new TreeSet<>();
        Revision revision = root.getAnnotation(Revision.class);
        if (revision != null) fields.add("revision " + revision.value());
        describe(root, fields);
        return UUID.nameUUIDFromBytes(String.join("\n", fields).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void describe(Class<?> type, Set<String> into) {
        if (type.isEnum()) into.add(type.getName() + Arrays.toString(type.getEnumConstants()));
        for (Field field : type.getDeclaredFields()) {
            boolean isNew = !Modifier.isStatic(field.getModifiers()) && into.add(field.toGenericString());
            if (isNew && field.getType().getName().startsWith(OURS)) describe(field.getType(), into);
        }
    }
}

package io.moorage.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param found up to one item more than {@code limit}: the one too many only tells that a page follows
     * @param positionOf where an item stands in the list's order
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> positionOf) {
        if (found.size() <= limit) return new Page<>(found, null);
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Cursor.encode(positionOf.apply(items.getLast())));
    }
}

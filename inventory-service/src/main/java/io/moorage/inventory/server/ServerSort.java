package io.moorage.inventory.server;

import io.moorage.inventory.server.ServerBody.Row;
import io.moorage.web.Cursor;
import io.moorage.web.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a list of servers. What is equal in it goes by number, so that every server has one place. */
record ServerSort(Key key, boolean descending) {

    /** By what; each has an index that begins with the account. */
    enum Key {
        NUMBER("number", "position", Row::position),
        NAME("name", "sort_name", Row::sortName),
        LOCATION("location", "location", row -> row.body().location()),
        STATUS("status", "status", row -> row.body().status()),
        CREATED("created", "created_at", row -> row.body().createdAt().toString());

        private final String code;
        private final String column;
        private final Function<Row, String> value;

        Key(String code, String column, Function<Row, String> value) {
            this.code = code;
            this.column = column;
            this.value = value;
        }
    }

    /**
     * @param asked as {@code name}, or {@code -name} for the reverse; by number without
     * @throws Malformed with {@code sort-unknown}
     */
    static ServerSort of(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) return new ServerSort(Key.NUMBER, false);
        boolean descending = asked.startsWith("-");
        String code = descending ? asked.substring(1) : asked;
        return Arrays.stream(Key.values())
                .filter(key -> key.code.equals(code))
                .map(key -> new ServerSort(key, descending))
                .findFirst()
                .orElseThrow(() -> new Malformed("sort-unknown"));
    }

    String order() {
        String direction = descending ? " desc" : "";
        return key == Key.NUMBER ? "position" + direction : key.column + direction + ", position" + direction;
    }

    /** The condition that a row comes after a {@link Place}. */
    String after() {
        String comparison = descending ? " < " : " > ";
        if (key == Key.NUMBER) return "position" + comparison + ":afterPosition";
        String type = key == Key.CREATED ? "::timestamptz" : "::text";
        return "(" + key.column + ", position)" + comparison + "(:afterKey" + type + ", :afterPosition)";
    }

    Place placeOf(Row row) {
        return new Place(key.value.apply(row), row.position());
    }

    /** As a cursor holds it. */
    String write(Row row) {
        Place place = placeOf(row);
        return key.code + "\n" + place.key() + "\n" + place.position();
    }

    /** @throws Malformed if the cursor isn't one that this order gave out */
    @Nullable
    Place read(@Nullable String cursor) {
        return Cursor.decode(cursor, text -> {
            String[] parts = text.split("\n", -1);
            if (parts.length != 3 || !parts[0].equals(key.code) || text.indexOf('\0') >= 0)
                throw new IllegalArgumentException(text);
            if (key == Key.CREATED) requireTime(parts[1]);
            return new Place(parts[1], parts[2]);
        });
    }

    private static void requireTime(String text) {
        try {
            Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Where a server stands in the order. */
    record Place(String key, String position) {
        Map<String, String> parameters() {
            return Map.of("afterKey", key, "afterPosition", position);
        }
    }
}

package io.moorage.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What generated clients call an operation: unique over all services and stable, since it follows from the address. */
final class OperationNames {
    private static final String BASE = "/api/v1/";

    private OperationNames() {}

    /** As {@code putServersByNumberReverseDns} for {@code PUT /api/v1/servers/{number}/reverse-dns}. */
    static String of(String method, String path) {
        String below = path.startsWith(BASE) ? path.substring(BASE.length()) : path.substring(1);
        return method.toLowerCase(Locale.ROOT)
                + Arrays.stream(below.replace("{", "by-").split("[^A-Za-z0-9]+"))
                        .map(OperationNames::capitalized)
                        .collect(Collectors.joining());
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

package io.moorage.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cookie jar that, as browsers do for localhost, sends secure cookies over plain HTTP too. */
final class Cookies {
    private final Map<Key, String> values = new LinkedHashMap<>();

    private record Key(String host, String path, String name) {
        boolean fits(URI uri) {
            return host.equals(uri.getHost()) && uri.getPath().startsWith(path);
        }
    }

    synchronized void take(URI from, String header) {
        String[] parts = header.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 0) {
            return;
        }
        String path = "/";
        boolean gone = false;
        for (String part : parts) {
            String attribute = part.strip();
            String lower = attribute.toLowerCase(Locale.ROOT);
            if (lower.startsWith("path=")) {
                path = attribute.substring("path=".length());
            }
            gone |= lower.equals("max-age=0")
                    || lower.startsWith("expires=thu, 01 jan 1970")
                    || lower.startsWith("expires=thu, 01-jan-1970");
        }
        Key key = new Key(from.getHost(), path, parts[0].substring(0, equals).strip());
        if (gone) {
            values.remove(key);
        } else {
            values.put(key, parts[0].substring(equals + 1).strip());
        }
    }

    synchronized Optional<String> header(URI to) {
        String header = values.entrySet().stream()
                .filter(cookie -> cookie.getKey().fits(to))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    synchronized Optional<String> value(URI to, String name) {
        return values.entrySet().stream()
                .filter(cookie ->
                        cookie.getKey().fits(to) && cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

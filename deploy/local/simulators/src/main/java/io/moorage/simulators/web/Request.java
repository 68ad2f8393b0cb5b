package io.moorage.simulators.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a caller asks, and from where. {@code headers} by lower-case name. */
public record Request(String method, URI uri, Map<String, String> headers, byte[] body, InetAddress caller) {

    public String path() {
        return uri.getPath();
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A parameter of the query; empty if it isn't there. */
    public String query(String name) {
        return parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery()).getOrDefault(name, "");
    }

    /** A field of a posted form; empty if it isn't there. */
    public String field(String name) {
        return parameters(new String(body, StandardCharsets.UTF_8)).getOrDefault(name, "");
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

package io.moorage.messaging;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.PublicEvents;
import io.moorage.eventstore.StoredEvent;
import io.moorage.eventstore.Trace;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, prefixed {@code ce_}. */
final class Envelope {
    private static final String PREFIX = "ce_";

    private Envelope() {}

    static Map<String, String> attributes(String service, StoredEvent stored, PublicEvent event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", stored.id());
        attributes.put("type", PublicEvents.typeOf(event.getClass()));
        attributes.put("source", "/moorage/" + service);
        attributes.put("time", stored.at().toString());
        attributes.put("subject", stored.aggregateId());
        attributes.put("sequence", Long.toString(stored.n()));
        attributes.putAll(stored.metadata());
        if (event.account() instanceof String account) attributes.put("account", account);
        return attributes;
    }

    static void write(Map<String, String> attributes, Headers headers) {
        headers.add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        attributes.forEach((name, value) -> headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, String> read(Headers headers) {
        Map<String, String> attributes = new HashMap<>();
        headers.forEach(header -> {
            if (header.key().startsWith(PREFIX) && header.value() != null)
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
        });
        return attributes;
    }

    /** The trace of what follows from a received event. */
    static Trace trace(Map<String, String> attributes) {
        return new Trace(
                attributes.get("actor"),
                attributes.get("capacity"),
                attributes.get("account"),
                attributes.get("session"),
                attributes.get("correlationid"),
                id(attributes));
    }

    static @Nullable String id(Map<String, String> attributes) {
        return attributes.get("id");
    }
}

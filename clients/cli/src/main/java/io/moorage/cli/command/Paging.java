package io.moorage.cli.command;

import io.moorage.cli.gateway.Gateway;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of a list is wanted. */
public final class Paging {
    private static final int DEFAULT = 50;

    /** More the API doesn't give at once. */
    private static final int LARGEST_PAGE = 200;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.limit")
    private int limit = DEFAULT;

    /** The first items up to the limit, or all, in the API's own form {@code {items, next}}. */
    public JsonNode read(Moor moor, Gateway gateway, String path, Map<String, String> filter, boolean all) {
        ObjectNode whole = moor.json().createObjectNode();
        ArrayNode items = whole.putArray("items");
        String cursor = "";
        do {
            int wanted = all ? LARGEST_PAGE : Math.clamp(limit - items.size(), 1, LARGEST_PAGE);
            Map<String, String> query = new LinkedHashMap<>(filter);
            query.put("limit", String.valueOf(wanted));
            if (!cursor.isEmpty()) query.put("cursor", cursor);
            JsonNode page = gateway.get(path, query);
            page.path("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty() && (all || items.size() < limit));
        if (cursor.isEmpty()) whole.putNull("next");
        else whole.put("next", cursor);
        return whole;
    }
}

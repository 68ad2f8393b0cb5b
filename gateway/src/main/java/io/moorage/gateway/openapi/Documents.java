package io.moorage.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one OpenAPI document of several: paths side by side, components renamed where two mean different things. */
final class Documents {
    private static final String REFERENCE = "#/components/";
    private static final Set<String> SHARED = Set.of("securitySchemes");

    private final ObjectNode merged;

    Documents(JsonMapper json, JsonNode frame) {
        this.merged = (ObjectNode) frame.deepCopy();
        if (!merged.has("paths")) merged.set("paths", json.createObjectNode());
        if (!merged.has("components")) merged.set("components", json.createObjectNode());
    }

    JsonNode merged() {
        return merged;
    }

    /** Adds what a service documents of the public interface. */
    void add(String service, JsonNode document) {
        ObjectNode copy = (ObjectNode) document.deepCopy();
        Map<String, String> renamed = clashes(service, copy.path("components"));
        renameReferences(copy, renamed);
        addComponents(copy.path("components"), renamed);
        ObjectNode paths = (ObjectNode) merged.get("paths");
        copy.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/v1/")) paths.set(path.getKey(), withoutSecurity(path.getValue()));
        });
        addTags(copy.path("tags"));
    }

    /** References of this document whose target would hide another one of the same name. */
    private Map<String, String> clashes(String service, JsonNode components) {
        Map<String, String> renamed = new LinkedHashMap<>();
        components
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> {
                    JsonNode there =
                            merged.path("components").path(section.getKey()).path(component.getKey());
                    if (SHARED.contains(section.getKey())
                            || there.isMissingNode()
                            || there.equals(component.getValue())) return;
                    String prefix = REFERENCE + section.getKey() + "/";
                    renamed.put(prefix + component.getKey(), prefix + capitalized(service) + component.getKey());
                }));
        return renamed;
    }

    private void addComponents(JsonNode components, Map<String, String> renamed) {
        ObjectNode target = (ObjectNode) merged.get("components");
        components.properties().forEach(section -> {
            if (SHARED.contains(section.getKey())) return;
            ObjectNode into = target.withObjectProperty(section.getKey());
            section.getValue().properties().forEach(component -> {
                String reference = REFERENCE + section.getKey() + "/" + component.getKey();
                String name = renamed.getOrDefault(reference, reference);
                into.set(name.substring(name.lastIndexOf('/') + 1), component.getValue());
            });
        });
    }

    private static void renameReferences(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) return;
        if (node instanceof ObjectNode object) {
            String reference = object.path("$ref").stringValue("");
            String instead = renamed.get(reference);
            if (instead != null) object.put("$ref", instead);
        }
        node.forEach(child -> renameReferences(child, renamed));
    }

    /** One section says for the whole document how callers prove who they are. */
    private static JsonNode withoutSecurity(JsonNode path) {
        path.forEach(operation -> {
            if (operation instanceof ObjectNode object
                    && !object.path("security").isEmpty()) object.remove("security");
        });
        return path;
    }

    private void addTags(JsonNode tags) {
        if (tags.isEmpty()) return;
        ArrayNode into = merged.withArrayProperty("tags");
        Set<String> names = new TreeSet<>();
        into.forEach(tag -> names.add(tag.path("name").asString("")));
        tags.forEach(tag -> {
            if (names.add(tag.path("name").asString(""))) into.add(tag);
        });
    }

    private static String capitalized(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1);
    }
}

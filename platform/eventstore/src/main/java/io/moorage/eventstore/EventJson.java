package io.moorage.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How events are written as JSON, in the log and on Kafka alike. */
public final class EventJson {
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            // Otherwise Money.isPositive() would be stored as a field.
            .changeDefaultVisibility(
                    visibility -> visibility.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Object event) {
        return json.writeValueAsString(event);
    }

    public <T> T read(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    ObjectNode tree(String text) {
        return (ObjectNode) json.readTree(text);
    }

    <T> T read(ObjectNode tree, Class<T> type) {
        return json.treeToValue(tree, type);
    }

    Map<String, String> readStrings(String text) {
        return json.readValue(text, STRINGS);
    }
}

package io.moorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicEventsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<String> types() {
        return PublicEvents.types();
    }

    static List<Path> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    /** The committed schema is what subscribers rely on: a field that it names may neither go nor change its type. */
    @ParameterizedTest
    @MethodSource("types")
    void each_event_has_exactly_the_fields_that_its_schema_promises(String type) throws IOException {
        JsonNode schema = schema(type);
        Map<String, String> promised = schema.path("properties").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> shape(field.getValue())));
        Map<String, String> actual = Arrays.stream(
                        PublicEvents.classOf(type).orElseThrow().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> shape(component.getType())));
        assertThat(actual).isEqualTo(promised);
        assertThat(schema.path("title").asString()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void todays_code_reads_every_sample_ever_published(Path sample) throws IOException {
        String type = typeOf(sample);
        JsonNode told = JSON.readTree(Files.readString(sample));
        PublicEvent event = JSON.treeToValue(told, PublicEvents.classOf(type).orElseThrow());
        assertThat(event)
                .extracting(told.propertyNames().toArray(String[]::new))
                .doesNotContainNull();
        for (var required : schema(type).path("required"))
            assertThat(told.has(required.asString())).isTrue();
    }

    @Test
    void every_event_has_a_sample() throws IOException {
        assertThat(samples()).extracting(PublicEventsTest::typeOf).containsAll(types());
    }

    /** docs/events.md is generated: on a difference the right page lies in target/events.md. */
    @Test
    void the_page_of_events_says_what_the_schemas_say() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Public events

                Generated from the schemas in `platform/contracts/src/main/resources/schemas`. Each service has a topic,
                `moorage.<service>`, with 12 partitions, kept for ever and keyed by the aggregate's id. Messages are CloudEvents 1.0
                in binary mode: the attributes are headers `ce_id`, `ce_type`, `ce_source`, `ce_time`, `ce_subject` (the aggregate)
                and `ce_account`, `ce_actor`, `ce_capacity` (`staff` where the provider's staff did it for a customer), `ce_session`,
                `ce_correlationid`, `ce_causationid`, `ce_sequence` (the event's number in its aggregate) where known. Read with `isolation.level=read_committed`: each event is there once.

                | type | fields | says |
                | --- | --- | --- |
                """);
        for (String type : types()) page.append(row(schema(type)));
        Files.writeString(Path.of("target/events.md"), page);
        assertThat(Path.of("../../docs/events.md")).hasContent(page.toString());
    }

    private static String row(JsonNode schema) {
        String fields = schema.path("properties").properties().stream()
                .map(field -> "`" + field.getKey() + "` " + shape(field.getValue()))
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |\n"
                .formatted(
                        schema.path("title").asString(),
                        fields,
                        schema.path("description").asString());
    }

    private static JsonNode schema(String type) throws IOException {
        try (InputStream schema = PublicEvents.class.getResourceAsStream("/schemas/" + type + ".json")) {
            assertThat(schema).as("the schema of " + type).isNotNull();
            return JSON.readTree(schema);
        }
    }

    private static String shape(JsonNode property) {
        String type = property.path("type").asString();
        return type.equals("object") && property.path("properties").has("currency") ? "money" : type;
    }

    private static String shape(Class<?> type) {
        if (type == Money.class) return "money";
        if (type == int.class || type == long.class) return "integer";
        if (type.isRecord()) return "object";
        return List.class.isAssignableFrom(type) ? "array" : "string";
    }

    private static String typeOf(Path sample) {
        return sample.getFileName().toString().replaceFirst("\\.[^.]+\\.json$", "");
    }
}

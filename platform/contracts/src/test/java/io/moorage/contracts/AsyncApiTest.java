package io.moorage.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/asyncapi.json} is generated from the schemas: on a difference the right one lies in {@code target/asyncapi.json}. */
class AsyncApiTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String[][] ATTRIBUTES = {
        {"ce_id", "The event's id: the same however often it is read."},
        {"ce_type", "The message's name, with its version."},
        {"ce_source", "The service that tells it."},
        {"ce_time", "When it happened, RFC 3339 in UTC."},
        {"ce_subject", "The aggregate that it happened to."},
        {"ce_account", "The account that it concerns, where there is one."},
        {"ce_actor", "The user who brought it about, where there is one."},
        {"ce_capacity", "`staff` where the provider's staff did it for a customer."},
        {"ce_session", "The log-in in which they did, where there is one."},
        {"ce_correlationid", "What belongs together has the same."},
        {"ce_causationid", "The command or event that led to it."},
        {"ce_sequence", "The event's number in its aggregate."}
    };

    @Test
    void the_document_describes_every_topic_and_what_is_told_on_it() throws IOException {
        ObjectNode document = document();
        Files.writeString(Path.of("target/asyncapi.json"), JSON.writeValueAsString(document) + "\n");

        assertThat(JSON.readTree(Files.readString(Path.of("../../docs/asyncapi.json"))))
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(document)));
    }

    private static ObjectNode document() throws IOException {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Moorage: public events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode. Read with isolation.level=read_committed: each event is there once, an aggregate's in order.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        components.putObject("schemas").set("Attributes", attributes());
        for (String type : PublicEvents.types().stream().sorted().toList()) {
            String[] parts = type.split("\\.");
            String service = parts[2];
            String name = parts[3];
            messages.set(name, message(type));
            channel(channels, operations, service)
                    .withObject("messages")
                    .putObject(name)
                    .put("$ref", "#/components/messages/" + name);
        }
        return document;
    }

    private static ObjectNode channel(ObjectNode channels, ObjectNode operations, String service) {
        if (channels.get(service) instanceof ObjectNode known) return known;
        String topic = "moorage." + service;
        ObjectNode channel = channels.putObject(service)
                .put("address", topic)
                .put("description", "What " + service + " tells; kept for ever.");
        channel.putObject("messages");
        channel.putObject("bindings").putObject("kafka").put("topic", topic).put("partitions", 12);
        operations
                .putObject("publish-" + service)
                .put("action", "send")
                .putObject("channel")
                .put("$ref", "#/channels/" + service);
        return channel;
    }

    private static ObjectNode message(String type) throws IOException {
        try (InputStream file = PublicEvents.class.getResourceAsStream("/schemas/" + type + ".json")) {
            JsonNode schema = JSON.readTree(Objects.requireNonNull(file, type));
            ObjectNode message = JSON.createObjectNode()
                    .put("name", type)
                    .put("summary", schema.path("description").asString());
            message.putObject("headers").put("$ref", "#/components/schemas/Attributes");
            message.set("payload", schema);
            message.putObject("bindings")
                    .putObject("kafka")
                    .putObject("key")
                    .put("type", "string")
                    .put("description", "The aggregate's id.");
            return message;
        }
    }

    private static ObjectNode attributes() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String[] attribute : ATTRIBUTES)
            properties.putObject(attribute[0]).put("type", "string").put("description", attribute[1]);
        schema.putArray("required")
                .add("ce_id")
                .add("ce_type")
                .add("ce_source")
                .add("ce_time")
                .add("ce_subject");
        return schema;
    }
}

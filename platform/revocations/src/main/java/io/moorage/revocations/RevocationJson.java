package io.moorage.revocations;

import io.moorage.contracts.revocation.Revocation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a revocation is written on the topic. */
final class RevocationJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RevocationJson() {}

    static String write(Revocation revocation) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("kind", revocation.kind())
                .put("id", revocation.id())
                .put("at", revocation.at().toString()));
    }

    /** Empty where the text is no revocation. */
    static Optional<Revocation> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        try {
            JsonNode value = JSON.readTree(text);
            String kind = value.path("kind").asString("");
            String id = value.path("id").asString("");
            if (kind.isEmpty() || id.isEmpty()) return Optional.empty();
            return Optional.of(
                    new Revocation(kind, id, Instant.parse(value.path("at").asString(""))));
        } catch (JacksonException | DateTimeException malformed) {
            return Optional.empty();
        }
    }
}

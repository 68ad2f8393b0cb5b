package io.moorage.gateway.push;

import io.moorage.contracts.PublicEvents;
import io.moorage.contracts.billing.BalanceChanged;
import io.moorage.contracts.billing.TopUpCheckoutOpened;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.contracts.billing.TopUpNeedsReview;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which public events clients are told of, and in which words. */
@Component
class PushEvents {
    private final JsonMapper json;
    private final Map<String, Mapping> mappings;

    PushEvents(JsonMapper json) {
        this.json = json;
        this.mappings = Map.of(
                PublicEvents.typeOf(BalanceChanged.class), new Mapping("balance", "billing:read", this::balance),
                PublicEvents.typeOf(TopUpCheckoutOpened.class), topUp("pending"),
                PublicEvents.typeOf(TopUpCompleted.class), topUp("completed"),
                PublicEvents.typeOf(TopUpFailed.class), topUp("failed"),
                PublicEvents.typeOf(TopUpExpired.class), topUp("expired"),
                PublicEvents.typeOf(TopUpNeedsReview.class), topUp("review"));
    }

    /** Empty for an event that clients aren't told of. */
    Optional<PushEvent> of(String type, String account, byte[] value) {
        Mapping mapping = mappings.get(type);
        if (mapping == null) return Optional.empty();
        try {
            JsonNode data = mapping.data.from(json.readTree(value));
            return Optional.of(new PushEvent(account, mapping.permission, mapping.name, json.writeValueAsString(data)));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private Mapping topUp(String state) {
        return new Mapping("top-up", "billing:read", event -> {
            ObjectNode data = json.createObjectNode();
            data.set("id", event.path("topUpId"));
            return data.put("state", state);
        });
    }

    private JsonNode balance(JsonNode event) {
        ObjectNode data = json.createObjectNode();
        data.set("account", event.path("account"));
        data.set("balance", event.path("balance"));
        return data;
    }

    private record Mapping(String name, String permission, Data data) {}

    private interface Data {
        JsonNode from(JsonNode event);
    }
}

package io.moorage.gateway.push;

import io.moorage.contracts.PublicEvent;
import io.moorage.contracts.PublicEvents;
import io.moorage.contracts.account.NotificationAdded;
import io.moorage.contracts.billing.BalanceChanged;
import io.moorage.contracts.billing.TopUpCheckoutOpened;
import io.moorage.contracts.billing.TopUpCompleted;
import io.moorage.contracts.billing.TopUpExpired;
import io.moorage.contracts.billing.TopUpFailed;
import io.moorage.contracts.billing.TopUpNeedsReview;
import io.moorage.contracts.inventory.ServerActionFinished;
import io.moorage.contracts.inventory.ServerActionProgressed;
import io.moorage.contracts.inventory.ServerActionRequested;
import io.moorage.contracts.inventory.ServerActionStarted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which public events clients are told of, and in which words. */
@Component
class PushEvents {
    /** No event has such a field. */
    private static final String NO_SERVICE = "";

    private final JsonMapper json;
    private final Map<String, Mapping> mappings;

    PushEvents(JsonMapper json) {
        this.json = json;
        this.mappings = Map.ofEntries(
                told(BalanceChanged.class, new Mapping("balance", "billing:read", NO_SERVICE, this::balance)),
                told(TopUpCheckoutOpened.class, topUp("pending")),
                told(TopUpCompleted.class, topUp("completed")),
                told(TopUpFailed.class, topUp("failed")),
                told(TopUpExpired.class, topUp("expired")),
                told(TopUpNeedsReview.class, topUp("review")),
                told(ServerActionRequested.class, action(event -> "requested")),
                told(ServerActionStarted.class, action(event -> "running")),
                told(ServerActionProgressed.class, action(event -> "running")),
                told(
                        ServerActionFinished.class,
                        action(event -> event.path("outcome").asString())),
                told(
                        NotificationAdded.class,
                        new Mapping("notification", PushEvent.ANY_ACCESS, "service", this::notification)));
    }

    /**
     * Empty for an event that clients aren't told of.
     *
     * @param time when it happened, as its envelope says
     */
    Optional<PushEvent> of(String type, String account, @Nullable String time, byte[] value) {
        Mapping mapping = mappings.get(type);
        if (mapping == null) return Optional.empty();
        try {
            JsonNode event = json.readTree(value);
            JsonNode data = mapping.data.from(event, time);
            return Optional.of(new PushEvent(
                    account,
                    event.path(mapping.service).stringValue(null),
                    mapping.permission,
                    mapping.name,
                    json.writeValueAsString(data)));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Map.Entry<String, Mapping> told(Class<? extends PublicEvent> event, Mapping mapping) {
        return Map.entry(PublicEvents.typeOf(event), mapping);
    }

    private Mapping action(Function<JsonNode, String> state) {
        return new Mapping("action", "services:read", "server", (event, time) -> {
            ObjectNode data = json.createObjectNode();
            data.set("id", event.path("actionId"));
            data.set("server", event.path("server"));
            data.set("type", event.path("type"));
            data.put("state", state.apply(event));
            data.put(
                    "progress",
                    event.has("outcome") ? 100 : event.path("progress").asInt(0));
            return data;
        });
    }

    /**
     * In both languages: which one the reader wants, the client knows. With its time: a client that comes back after a
     * while gets what it missed, and need not make a fuss of what is old.
     */
    private JsonNode notification(JsonNode event, @Nullable String time) {
        ObjectNode data = json.createObjectNode();
        data.set("id", event.path("notificationId"));
        for (String field : List.of("severity", "code", "link")) data.set(field, event.path(field));
        data.putObject("text")
                .put("en", event.path("textEn").asString())
                .put("fr", event.path("textFr").asString());
        return data.put("at", time);
    }

    private Mapping topUp(String state) {
        return new Mapping("top-up", "billing:read", NO_SERVICE, (event, time) -> {
            ObjectNode data = json.createObjectNode();
            data.set("id", event.path("topUpId"));
            return data.put("state", state);
        });
    }

    private JsonNode balance(JsonNode event, @Nullable String time) {
        ObjectNode data = json.createObjectNode();
        data.set("account", event.path("account"));
        data.set("balance", event.path("balance"));
        return data;
    }

    /** @param service the field of the event that names the service it is about */
    private record Mapping(String name, String permission, String service, Data data) {}

    private interface Data {
        JsonNode from(JsonNode event, @Nullable String time);
    }
}

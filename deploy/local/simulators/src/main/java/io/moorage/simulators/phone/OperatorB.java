package io.moorage.simulators.phone;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.BasicAuth;
import io.moorage.simulators.web.Json;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The operator {@code http-b}, in the style of Vonage's Messages and Voice APIs: JSON, call control objects. */
final class OperatorB {
    static final String NAME = "http-b";

    private final Phone phone;
    private final Faults faults;
    private final Callbacks callbacks;
    private final Clock clock;
    private final BasicAuth auth;
    private final BodyToken token;

    private record Message(
            @Nullable String channel,
            @JsonProperty("message_type") @Nullable String messageType,
            @Nullable String to,
            @Nullable String from,
            @Nullable String text,
            @JsonProperty("webhook_url") @Nullable String webhookUrl) {}

    private record Call(
            @Nullable List<Endpoint> to,
            @Nullable List<Talk> ncco,
            @JsonProperty("event_url") @Nullable List<String> eventUrl) {}

    private record Endpoint(@Nullable String type, @Nullable String number) {}

    private record Talk(
            @Nullable String action,
            @Nullable String text,
            @Nullable String language,
            @Nullable Integer loop) {}

    OperatorB(
            Phone phone,
            Faults faults,
            Callbacks callbacks,
            Clock clock,
            String key,
            String secret,
            String signatureSecret) {
        this.phone = phone;
        this.faults = faults;
        this.callbacks = callbacks;
        this.clock = clock;
        this.auth = new BasicAuth(key, secret);
        this.token = new BodyToken(key, signatureSecret);
    }

    void addTo(WebServer server) {
        server.on("POST", "/vonage/v1/messages", request -> allowed(request).orElseGet(() -> message(request)));
        server.on("POST", "/vonage/v1/calls", request -> allowed(request).orElseGet(() -> call(request)));
    }

    /** Empty if the request may go on. */
    private Optional<Answer> allowed(Request request) {
        faults.slowDown(NAME);
        if (faults.of(NAME) == Fault.DOWN) {
            return Optional.of(error(503, "Service unavailable"));
        }
        return auth.allows(request) ? Optional.empty() : Optional.of(error(401, "Unauthorized"));
    }

    private Answer message(Request request) {
        Message message = read(request, Message.class).orElse(null);
        if (message == null
                || !"sms".equals(message.channel())
                || !"text".equals(message.messageType())
                || isBlank(message.text())
                || isBlank(message.from())
                || !isNumber(message.to())) {
            return error(422, "Invalid params");
        }
        if (arrives()) {
            phone.receive("+" + message.to(), PhoneMessage.SMS, NAME, null, Objects.requireNonNull(message.text()));
        }
        String id = UUID.randomUUID().toString();
        report(
                message.webhookUrl(),
                Map.of("message_uuid", id, "channel", "sms", "status", arrives() ? "delivered" : "undeliverable"));
        return Answer.json(202, Map.of("message_uuid", id));
    }

    private Answer call(Request request) {
        Call call = read(request, Call.class).orElse(null);
        if (call == null
                || call.to() == null
                || call.to().size() != 1
                || call.ncco() == null
                || call.ncco().isEmpty()) {
            return error(400, "Bad Request");
        }
        Talk talk = call.ncco().getFirst();
        String number = call.to().getFirst().number();
        if (!"talk".equals(talk.action()) || isBlank(talk.text()) || !isNumber(number)) {
            return error(400, "Bad Request");
        }
        if (arrives()) {
            Speech speech = Speech.ofTalk(
                    talk.language(), Objects.requireNonNull(talk.text()), Objects.requireNonNullElse(talk.loop(), 1));
            phone.receive("+" + number, PhoneMessage.VOICE, NAME, speech.language(), speech.text());
        }
        String id = UUID.randomUUID().toString();
        String address = call.eventUrl() == null || call.eventUrl().isEmpty()
                ? null
                : call.eventUrl().getFirst();
        report(address, Map.of("uuid", id, "direction", "outbound", "status", arrives() ? "completed" : "unanswered"));
        return Answer.json(
                201,
                Map.of("uuid", id, "status", "started", "direction", "outbound", "conversation_uuid", "CON-" + id));
    }

    private boolean arrives() {
        Fault fault = faults.of(NAME);
        return fault != Fault.LOST && fault != Fault.FAILED;
    }

    private void report(@Nullable String address, Map<String, String> fields) {
        if (address == null || faults.of(NAME) == Fault.LOST) {
            return;
        }
        Map<String, String> report = new LinkedHashMap<>(fields);
        report.put("timestamp", clock.instant().toString());
        byte[] body = Json.write(report);
        callbacks.report(() -> HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.of(body, clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isNumber(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{6,14}");
    }

    private static <T> Optional<T> read(Request request, Class<T> type) {
        try {
            return Optional.ofNullable(Json.read(request.body(), type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Answer error(int status, String title) {
        return Answer.json(
                status,
                Map.of(
                        "type",
                        "https://developer.vonage.com/api-errors",
                        "title",
                        title,
                        "instance",
                        UUID.randomUUID().toString()));
    }
}

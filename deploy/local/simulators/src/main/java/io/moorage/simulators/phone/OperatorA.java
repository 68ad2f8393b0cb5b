package io.moorage.simulators.phone;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.BasicAuth;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The operator {@code http-a}, in the style of Twilio's API: forms in, JSON out, TwiML for calls. */
final class OperatorA {
    static final String NAME = "http-a";
    private static final String VERSION = "2010-04-01";

    private final Phone phone;
    private final Faults faults;
    private final Callbacks callbacks;
    private final String account;
    private final BasicAuth auth;
    private final FormSignature signature;

    OperatorA(Phone phone, Faults faults, Callbacks callbacks, String account, String token) {
        this.phone = phone;
        this.faults = faults;
        this.callbacks = callbacks;
        this.account = account;
        this.auth = new BasicAuth(account, token);
        this.signature = new FormSignature(token);
    }

    void addTo(WebServer server) {
        String path = "/twilio/" + VERSION + "/Accounts/" + account;
        server.on("POST", path + "/Messages.json", request -> allowed(request).orElseGet(() -> message(request)));
        server.on("POST", path + "/Calls.json", request -> allowed(request).orElseGet(() -> call(request)));
    }

    /** Empty if the request may go on. */
    private Optional<Answer> allowed(Request request) {
        faults.slowDown(NAME);
        if (faults.of(NAME) == Fault.DOWN) {
            return Optional.of(error(503, 20503, "Service unavailable"));
        }
        if (!auth.allows(request)) {
            return Optional.of(error(401, 20003, "Authenticate"));
        }
        if (!request.field("To").matches("\\+[1-9][0-9]{6,14}")) {
            return Optional.of(
                    error(400, 21211, "The 'To' number " + request.field("To") + " is not a valid phone number."));
        }
        return Optional.empty();
    }

    private Answer message(Request request) {
        if (request.field("Body").isBlank()) {
            return error(400, 21602, "Message body is required.");
        }
        if (arrives()) {
            phone.receive(request.field("To"), PhoneMessage.SMS, NAME, null, request.field("Body"));
        }
        String sid = newSid("SM");
        report(request, "MessageSid", sid, "MessageStatus", arrives() ? "delivered" : "undelivered");
        return taken(request, sid);
    }

    private Answer call(Request request) {
        Optional<Speech> speech = Speech.ofTwiml(request.field("Twiml"));
        if (speech.isEmpty()) {
            return error(400, 12100, "Document parse failure");
        }
        if (arrives()) {
            phone.receive(
                    request.field("To"),
                    PhoneMessage.VOICE,
                    NAME,
                    speech.get().language(),
                    speech.get().text());
        }
        String sid = newSid("CA");
        report(request, "CallSid", sid, "CallStatus", arrives() ? "completed" : "no-answer");
        return taken(request, sid);
    }

    private boolean arrives() {
        Fault fault = faults.of(NAME);
        return fault != Fault.LOST && fault != Fault.FAILED;
    }

    private void report(Request request, String idField, String sid, String statusField, String status) {
        String address = request.field("StatusCallback");
        if (address.isBlank() || faults.of(NAME) == Fault.LOST) {
            return;
        }
        SortedMap<String, String> form = new TreeMap<>(Map.of(
                idField,
                sid,
                statusField,
                status,
                "AccountSid",
                account,
                "ApiVersion",
                VERSION,
                "From",
                request.field("From"),
                "To",
                request.field("To")));
        callbacks.report(() -> HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(FormSignature.HEADER, signature.of(address, form))
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    private static String encode(SortedMap<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String newSid(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "");
    }

    private Answer taken(Request request, String sid) {
        return Answer.json(
                201,
                Map.of(
                        "sid",
                        sid,
                        "status",
                        "queued",
                        "account_sid",
                        account,
                        "api_version",
                        VERSION,
                        "direction",
                        "outbound-api",
                        "to",
                        request.field("To"),
                        "from",
                        request.field("From")));
    }

    private static Answer error(int status, int code, String message) {
        return Answer.json(status, Map.of("status", status, "code", code, "message", message));
    }
}

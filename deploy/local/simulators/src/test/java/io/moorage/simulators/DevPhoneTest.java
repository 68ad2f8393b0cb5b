package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moorage.simulators.phone.BodyToken;
import io.moorage.simulators.phone.DevPhone;
import io.moorage.simulators.phone.FormSignature;
import io.moorage.simulators.phone.PhoneSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The telephone's page and JSON, and the operators that are spoken to by HTTP. */
class DevPhoneTest {
    private static final String KEY = "AC1";
    private static final String SECRET = "a-secret-that-has-thirty-two-chars";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static final String MESSAGES = "/twilio/2010-04-01/Accounts/AC1/Messages.json";
    private static final String CALLS = "/twilio/2010-04-01/Accounts/AC1/Calls.json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private DevPhone phone;
    private HttpServer customer;

    private record Report(String signature, String authorization, String body) {}

    @BeforeEach
    void start() throws Exception {
        phone = new DevPhone(
                new PhoneSettings("127.0.0.1", 0, 0, KEY, SECRET, KEY, SECRET, "moorage", "password"),
                Clock.fixed(NOW, ZoneOffset.UTC));
        phone.start();
        customer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        customer.createContext("/", exchange -> {
            reports.add(new Report(
                    String.valueOf(exchange.getRequestHeaders().getFirst(FormSignature.HEADER)),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        customer.start();
    }

    @AfterEach
    void stop() {
        phone.close();
        customer.stop(0);
        client.close();
    }

    @Test
    void what_both_operators_take_is_told_newest_first_for_each_number() throws Exception {
        sms("+33600000001", "First");
        vonage("/vonage/v1/messages", message("33600000001", "Second"), BASIC);
        sms("+33600000002", "Another's");

        for (String to : new String[] {"+33600000001", "%2B33600000001"}) {
            JsonNode messages = Running.json(get("/messages?to=" + to).body());
            assertThat(messages.size()).isEqualTo(2);
            assertThat(messages.at("/0").toString())
                    .isEqualTo(
                            "{\"to\":\"+33600000001\",\"channel\":\"sms\",\"operator\":\"http-b\",\"language\":null,\"text\":\"Second\",\"at\":\"2026-11-20T10:00:00Z\"}");
            assertThat(messages.at("/1/operator").asString()).isEqualTo("http-a");
        }
        assertThat(Running.json(get("/messages").body()).size()).isEqualTo(3);
    }

    @Test
    void calls_are_written_down_as_they_are_spoken() throws Exception {
        assertThat(twilio(
                                CALLS,
                                "To=%2B33600000001&From=%2B33199000000&Twiml="
                                        + encode(
                                                "<Response><Pause length=\"1\"/><Say language=\"fr-FR\">Un &amp; deux</Say>"
                                                        + "<Say language=\"fr-FR\">Un &amp; deux</Say></Response>"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(vonage("/vonage/v1/calls", """
                        {"to": [{"type": "phone", "number": "33600000001"}], "from": {"type": "phone", "number": "33199000000"},
                         "ncco": [{"action": "talk", "text": "One & two", "language": "en-GB", "loop": 3}]}""", BASIC).statusCode()).isEqualTo(201);

        JsonNode calls = Running.json(get("/messages?to=+33600000001").body());
        assertThat(calls.at("/0/channel").asString()).isEqualTo("voice");
        assertThat(calls.at("/0/language").asString()).isEqualTo("en");
        assertThat(calls.at("/0/text").asString()).isEqualTo("One & two\nOne & two\nOne & two");
        assertThat(calls.at("/1/language").asString()).isEqualTo("fr");
        assertThat(calls.at("/1/text").asString()).isEqualTo("Un & deux\nUn & deux");
    }

    @Test
    void the_page_shows_messages_in_both_languages_without_letting_them_act() throws Exception {
        assertThat(get("/?lang=fr").body()).contains("Aucun message", "Téléphone simulé");
        sms("+33600000001", "<script>alert(1)</script>");

        assertThat(get("/?lang=en").body())
                .contains("Simulated telephone", "&lt;script&gt;", "http-a")
                .doesNotContain("<script");
    }

    @Test
    void reports_are_signed_as_their_models_do() throws Exception {
        String address = "http://127.0.0.1:" + customer.getAddress().getPort() + "/report";
        twilio(MESSAGES, "To=%2B33600000001&From=Moorage&Body=Hello&StatusCallback=" + encode(address));
        Report form = report();
        TreeMap<String, String> fields = new TreeMap<>();
        for (String field : form.body().split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        assertThat(fields).containsEntry("MessageStatus", "delivered");
        assertThat(form.signature()).isEqualTo(new FormSignature(SECRET).of(address, fields));

        vonage(
                "/vonage/v1/messages",
                message("33600000001", "Hello").replace("}", ", \"webhook_url\": \"" + address + "\"}"),
                BASIC);
        Report json = report();
        assertThat(Running.json(json.body()).get("status").asString()).isEqualTo("delivered");
        String claims =
                new String(Base64.getUrlDecoder().decode(json.authorization().split("\\.")[1]), StandardCharsets.UTF_8);
        String ours = new BodyToken(KEY, SECRET).of(json.body().getBytes(StandardCharsets.UTF_8), NOW);
        String expected = new String(Base64.getUrlDecoder().decode(ours.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(Running.json(claims).get("payload_hash"))
                .isEqualTo(Running.json(expected).get("payload_hash"));
        assertThat(Running.json(claims).get("iat").asLong()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void strangers_and_nonsense_are_refused_as_their_models_do() throws Exception {
        assertThat(post(MESSAGES, "To=%2B33600000001&Body=Hello", "Basic nonsense")
                        .statusCode())
                .isEqualTo(401);
        assertThat(twilio(MESSAGES, "To=33600000001&Body=Hello").statusCode()).isEqualTo(400);
        assertThat(Running.json(twilio(MESSAGES, "To=%2B33600000001").body())
                        .get("code")
                        .asInt())
                .isEqualTo(21602);
        for (String twiml : new String[] {
            "",
            "<Response>",
            "<Response/>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response><Say>&e;</Say></Response>"
        })
            assertThat(twilio(CALLS, "To=%2B33600000001&Twiml=" + encode(twiml)).statusCode())
                    .isEqualTo(400);
        assertThat(vonage("/vonage/v1/messages", message("33600000001", "Hello"), "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(vonage("/vonage/v1/messages", message("+336", "Hello"), BASIC)
                        .statusCode())
                .isEqualTo(422);
        assertThat(vonage("/vonage/v1/calls", "[]", BASIC).statusCode()).isEqualTo(400);
        assertThat(Running.json(get("/messages").body()).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-a", "http-b"})
    void trouble_can_be_ordered_and_ended(String operator) throws Exception {
        assertThat(fault(operator, "{\"fault\": \"down\"}").statusCode()).isEqualTo(200);
        assertThat(sendBy(operator).statusCode()).isEqualTo(503);

        fault(operator, "{\"fault\": \"lost\"}");
        assertThat(sendBy(operator).statusCode() / 100).isEqualTo(2);
        assertThat(Running.json(get("/messages").body()).size()).isZero();

        fault(operator, "{\"fault\": \"slow\", \"ms\": 300}");
        long before = System.nanoTime();
        sendBy(operator);
        assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(Running.json(get("/faults").body())
                        .at("/" + operator + "/fault")
                        .asString())
                .isEqualTo("slow");

        send("DELETE", "/faults", "", "");
        assertThat(get("/faults").body()).isEqualTo("{}");
        sendBy(operator);
        assertThat(Running.json(get("/messages").body()).size()).isEqualTo(2);
    }

    @Test
    void what_went_wrong_is_reported_where_that_is_ordered() throws Exception {
        String address = "http://127.0.0.1:" + customer.getAddress().getPort() + "/report";
        fault("http-a", "{\"fault\": \"failed\"}");

        twilio(MESSAGES, "To=%2B33600000001&From=Moorage&Body=Hello&StatusCallback=" + encode(address));

        assertThat(report().body()).contains("MessageStatus=undelivered");
        assertThat(Running.json(get("/messages").body()).size()).isZero();
    }

    @Test
    void only_what_is_known_can_be_ordered() throws Exception {
        assertThat(fault("pigeon", "{\"fault\": \"down\"}").statusCode()).isEqualTo(404);
        for (String order : new String[] {"{\"fault\": \"tired\"}", "{}", "nonsense"})
            assertThat(fault("http-a", order).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> sendBy(String operator) throws Exception {
        return operator.equals("http-a")
                ? twilio(MESSAGES, "To=%2B33600000001&From=Moorage&Body=Hello")
                : vonage("/vonage/v1/messages", message("33600000001", "Hello"), BASIC);
    }

    private void sms(String to, String text) throws Exception {
        assertThat(twilio(MESSAGES, "To=" + encode(to) + "&From=Moorage&Body=" + encode(text))
                        .statusCode())
                .isEqualTo(201);
    }

    private static String message(String to, String text) {
        return """
                {"channel": "sms", "message_type": "text", "to": "%s", "from": "Moorage", "text": "%s"}""".formatted(to, text);
    }

    private HttpResponse<String> twilio(String path, String form) throws Exception {
        return post(path, form, BASIC);
    }

    private HttpResponse<String> vonage(String path, String json, String authorization) throws Exception {
        return post(path, json, authorization);
    }

    private HttpResponse<String> fault(String operator, String order) throws Exception {
        return send("PUT", "/faults/" + operator, order, "");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "", "");
    }

    private HttpResponse<String> post(String path, String body, String authorization) throws Exception {
        return send("POST", path, body, authorization);
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + phone.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Report report() throws InterruptedException {
        Report report = reports.poll(10, TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("nothing was reported");
        }
        return report;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

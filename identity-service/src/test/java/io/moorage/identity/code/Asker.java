package io.moorage.identity.code;

import com.jayway.jsonpath.JsonPath;
import io.moorage.contracts.Uuid7;
import io.moorage.identity.TestPhone;
import io.moorage.testkit.RealParts;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A user before Keycloak's page that asks for a code, on a browser and with a telephone that nobody has had before. */
final class Asker {
    final String id;
    final String number;
    final String address;
    private final RestTestClient http;

    Asker(int port) {
        this(port, Uuid7.next().toString(), TestPhone.newNumber(), "2001:db8::" + UUID.randomUUID());
    }

    private Asker(int port, String id, String number, String address) {
        this.id = id;
        this.number = number;
        this.address = address;
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    /** The same before another replica. */
    Asker at(int port) {
        return new Asker(port, id, number, address);
    }

    ResponseSpec asks(UUID challenge) {
        return asks(challenge, "sms", "en");
    }

    ResponseSpec asks(UUID challenge, String channel, String language) {
        return post("codes", """
                {"challenge": "%s", "userId": "%s", "number": "%s", "channel": "%s", "language": "%s", "address": "%s"}""".formatted(challenge, id, number, channel, language, address));
    }

    ResponseSpec types(UUID challenge, String code) {
        return post("codes/check", """
                {"challenge": "%s", "userId": "%s", "code": "%s", "address": "%s"}""".formatted(challenge, id, code, address));
    }

    /** What becomes of a code: the outcome, or the problem's code. */
    String outcome(UUID challenge, String code) {
        byte[] body = types(challenge, code).expectBody().returnResult().getResponseBodyContent();
        String text = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
        return text.contains("\"outcome\"") ? JsonPath.read(text, "$.outcome") : JsonPath.read(text, "$.code");
    }

    String lastCode() {
        return TestPhone.lastCode(number);
    }

    /** A code that isn't the last one. */
    String wrongCode() {
        return lastCode().equals("000000") ? "000001" : "000000";
    }

    ResponseSpec post(String path, String json) {
        return post(path, json, RealParts.INTERNAL_SECRET);
    }

    ResponseSpec post(String path, String json, String secret) {
        return http.post()
                .uri("/internal/second-factor/" + path)
                .headers(headers -> headers.setBearerAuth(secret))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }
}

package io.moorage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.contracts.Uuid7;
import io.moorage.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Somebody with an e-mail address, acting for whichever account a test says. */
public final class Guest {
    private static final Duration SOON = Duration.ofSeconds(20);

    public final String id;
    public final String email;
    private final RestTestClient http;

    /** Somebody new. */
    public Guest(int port) {
        this(port, Uuid7.next().toString());
    }

    public Guest(int port, String id) {
        this.id = id;
        this.email = id + "@example.eu";
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    /** @param account the acting one; null for nobody's */
    public ResponseSpec sends(HttpMethod method, String path, @Nullable String account, @Nullable String json) {
        return sends(method, path, account, json, null);
    }

    public ResponseSpec sends(
            HttpMethod method,
            String path,
            @Nullable String account,
            @Nullable String json,
            @Nullable String idempotencyKey) {
        String token = TestTokens.token(claims -> claims.subject(id)
                .claim("email", email)
                .claim("locale", "fr")
                .claim("account", account)
                .claim("permissions", List.of("users:manage")));
        var request = http.method(method)
                .uri("/api/v1" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept-Language", "fr");
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        if (json != null) request.contentType(MediaType.APPLICATION_JSON).body(json);
        return request.exchange();
    }

    /** Accepts with what the mail's link carries. */
    public ResponseSpec accepts(String token) {
        return sends(HttpMethod.POST, "/invitations/accept", null, "{\"token\": \"" + token + "\"}");
    }

    /** What the link in the newest of so many mails carries. */
    public String linkOfMail(int n) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(StubMailRoom.mails(email)).hasSize(n));
        String path = JsonPath.read(StubMailRoom.mails(email).getLast(), "$.secrets.link");
        assertThat(path).startsWith("/invitation#");
        return path.substring(path.indexOf('#') + 1);
    }

    public static String body(ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}

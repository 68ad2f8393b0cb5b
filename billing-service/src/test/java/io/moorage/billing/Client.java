package io.moorage.billing;

import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A client of the service under test, acting for an account of its own. */
public final class Client {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(10_000);

    public final String account = "tt" + ACCOUNTS.incrementAndGet() + "-mo";
    private final RestTestClient http;
    private final String token;

    public Client(int port, String... permissions) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        this.token = TestTokens.owner(account, permissions);
    }

    /** As account-service would tell it. */
    public Client openAccount(String kafka) {
        String json =
                "{\"account\":\"%s\",\"owner\":\"u-1\",\"kind\":\"customer\",\"currency\":\"EUR\"}".formatted(account);
        new TestTopic(kafka, "moorage.account")
                .publish(
                        account,
                        "io.moorage.account.AccountOpened.v1",
                        UUID.randomUUID().toString(),
                        json);
        return this;
    }

    public ResponseSpec get(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public ResponseSpec get(String path, String accept) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept", accept)
                .exchange();
    }

    public ResponseSpec post(String path, String json, String language) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    public ResponseSpec topUp(String amount) {
        return post(
                "/api/v1/top-ups",
                "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"method\":\"sandbox\"}".formatted(amount),
                "en");
    }

    public String token() {
        return token;
    }

    /** A top-up that may be sent again under its key. */
    public ResponseSpec topUp(String amount, String key) {
        return http.post()
                .uri("/api/v1/top-ups")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"method\":\"sandbox\"}".formatted(amount))
                .exchange();
    }

    /** A report as the provider would send it. */
    public ResponseSpec report(String body) {
        return report(body, StubSandbox.sign(body, Instant.now(), StubSandbox.SIGNING_KEY));
    }

    public ResponseSpec report(String body, String signature) {
        return http.post()
                .uri("/api/v1/webhooks/sandbox")
                .header("Sandbox-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}

package io.moorage.identity;

import io.moorage.contracts.Uuid7;
import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Somebody new, with what Keycloak and account-service say about them. */
public final class Visitor {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(10_000);

    public final String id = Uuid7.next().toString();
    public final String account = "tt" + ACCOUNTS.incrementAndGet() + "-mo";
    private final RestTestClient http;

    public Visitor(int port) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    /** As Keycloak asks on the way to a token. */
    public ResponseSpec asksFor(@Nullable String asked) {
        return asksFor(asked, "camille@example.eu");
    }

    public ResponseSpec asksFor(@Nullable String asked, String email) {
        return keycloakSends(
                """
                {"user": {"id": "%s", "login": "camille", "email": "%s", "firstName": "Camille", "lastName": "Durand", "language": "fr"},
                 "account": %s}""".formatted(id, email, asked == null ? "null" : "\"" + asked + "\""), RealParts.INTERNAL_SECRET);
    }

    public ResponseSpec keycloakSends(String json, String secret) {
        return http.post()
                .uri("/internal/grants")
                .headers(headers -> headers.setBearerAuth(secret))
                .header("Accept-Language", "fr")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    /** As account-service asks who somebody is. */
    public ResponseSpec dataOf(String userId, String secret) {
        return http.get()
                .uri("/internal/users/" + userId)
                .headers(headers -> headers.setBearerAuth(secret))
                .exchange();
    }

    /** As account-service would tell it. */
    public void accountOpens(String eventId) {
        accountOpens(eventId, "customer");
    }

    public void accountOpens(String eventId, String kind) {
        String json = "{\"account\":\"%s\",\"owner\":\"%s\",\"kind\":\"%s\",\"currency\":\"EUR\"}"
                .formatted(account, id, kind);
        new TestTopic(TestKafka.sharedBootstrap(), "moorage.account")
                .publish(account, "io.moorage.account.AccountOpened.v1", eventId, json);
    }

    public void accountOpens() {
        accountOpens(UUID.randomUUID().toString());
    }

    public ResponseSpec me(String token) {
        return me(token, HttpMethod.GET, "");
    }

    public ResponseSpec me(String token, HttpMethod method, String path) {
        return http.method(method)
                .uri("/api/v1/me" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    /** As the gateway forwards it, for the visitor, who logged in so many seconds ago. */
    public ResponseSpec sends(HttpMethod method, String path, @Nullable String json, long secondsSinceLogIn) {
        var request = http.method(method)
                .uri("/api/v1/me" + path)
                .headers(headers -> headers.setBearerAuth(tokenOf(secondsSinceLogIn)))
                .header("Accept-Language", "fr")
                .header("Moorage-Client-Address", "192.0.2.7-" + id);
        if (json != null) request.contentType(MediaType.APPLICATION_JSON).body(json);
        return request.exchange();
    }

    /** Who logged in a moment ago. */
    public ResponseSpec sends(HttpMethod method, String path, @Nullable String json) {
        return sends(method, path, json, 10);
    }

    private String tokenOf(long secondsSinceLogIn) {
        return TestTokens.token(claims -> claims.subject(id)
                .claim("account", account)
                .claim("sid", "current")
                .claim("auth_time", Instant.now().getEpochSecond() - secondsSinceLogIn));
    }

    /** As Keycloak reports. */
    public ResponseSpec keycloakReports(String path, String json) {
        return http.post()
                .uri("/internal" + path)
                .headers(headers -> headers.setBearerAuth(RealParts.INTERNAL_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    public String tokenWithoutAccount() {
        return TestTokens.token(claims -> claims.subject(id)
                .claim("preferred_username", "camille")
                .claim("name", "Camille Durand")
                .claim("email", "camille@example.eu")
                .claim("locale", "fr")
                .claim("permissions", List.of()));
    }

    public String tokenForAccount() {
        return TestTokens.token(claims -> claims.subject(id).claim("account", account));
    }

    public String tokenOfStaff(String customer, String... permissions) {
        return TestTokens.token(claims -> claims.subject(id)
                .claim("account", customer)
                .claim("staff", true)
                .claim("permissions", List.of(permissions)));
    }

    /** @param consented what the visitor lets it do */
    public String tokenOfApplication(String... consented) {
        return TestTokens.token(claims -> claims.subject(id)
                .claim("account", account)
                .claim("permissions", List.of(consented))
                .claim("consented", List.of(consented)));
    }

    public String tokenWithoutName() {
        return TestTokens.token(claims -> claims.subject(id)
                .claim("preferred_username", "camille")
                .claim("name", null)
                .claim("permissions", List.of()));
    }
}

package io.moorage.account.notice;

import io.moorage.testkit.TestTokens;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A user who acts for an account and looks at its notices. */
public final class Reader {
    private final RestTestClient http;
    private final String token;

    public Reader(int port, String user, String account, String... permissions) {
        this(
                port,
                TestTokens.token(claims ->
                        claims.subject(user).claim("account", account).claim("permissions", List.of(permissions))));
    }

    private Reader(int port, String token) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        this.token = token;
    }

    /** Somebody whose access is limited to these services. */
    static Reader limitedTo(List<String> services, int port, String account) {
        return new Reader(
                port,
                TestTokens.token(claims -> claims.subject("u-limited")
                        .claim("account", account)
                        .claim("permissions", List.of("services:read"))
                        .claim("services", services)));
    }

    public ResponseSpec notices(String query) {
        return notices(query, "en");
    }

    public ResponseSpec notices(String query, String language) {
        return http.get()
                .uri("/api/v1/notifications" + query)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept-Language", language)
                .exchange();
    }

    public ResponseSpec reads(String json) {
        return http.post()
                .uri("/api/v1/notifications/read")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    public ResponseSpec preferences() {
        return http.get()
                .uri("/api/v1/account/preferences")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public ResponseSpec prefers(String json) {
        return http.put()
                .uri("/api/v1/account/preferences")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }
}

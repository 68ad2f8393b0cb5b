package io.moorage.account.profile;

import io.moorage.testkit.TestTokens;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A client of the service under test, acting for an account. */
final class Customer {
    private final RestTestClient http;
    private final String token;

    Customer(int port, String account, String... permissions) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        this.token = TestTokens.owner(account, permissions);
    }

    ResponseSpec account() {
        return http.get()
                .uri("/api/v1/account")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    ResponseSpec changes(String patch) {
        return changes(patch, "en", MediaType.valueOf("application/merge-patch+json"));
    }

    ResponseSpec changes(String patch, String language, MediaType type) {
        return http.patch()
                .uri("/api/v1/account")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept-Language", language)
                .contentType(type)
                .body(patch)
                .exchange();
    }
}

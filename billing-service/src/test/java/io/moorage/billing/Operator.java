package io.moorage.billing;

import io.moorage.testkit.RealParts;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Somebody who looks after the service under test, by its internal endpoints. */
final class Operator {
    private final RestTestClient http;
    private final String secret;

    Operator(int port) {
        this(port, RealParts.INTERNAL_SECRET);
    }

    Operator(int port, String secret) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        this.secret = secret;
    }

    ResponseSpec get(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(secret))
                .exchange();
    }

    ResponseSpec post(String path) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(secret))
                .header("Accept-Language", "fr")
                .exchange();
    }

    ResponseSpec drop(String path, String name) {
        return http.delete()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(secret))
                .header("Moorage-Operator", name)
                .exchange();
    }
}

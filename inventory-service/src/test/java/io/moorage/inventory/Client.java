package io.moorage.inventory;

import io.moorage.testkit.RealParts;
import io.moorage.testkit.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A client of the service under test, acting for an account; and the provider, who gives that account its servers. */
public final class Client {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(10_000);
    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000);

    public final String account;
    private final String base;
    private final RestTestClient http;
    private final String token;

    /** With an account of its own. */
    public Client(int port, String... permissions) {
        this("tt" + ACCOUNTS.incrementAndGet() + "-mo", port, permissions);
    }

    public Client(String account, int port, String... permissions) {
        this.account = account;
        this.base = "http://127.0.0.1:" + port;
        this.http = RestTestClient.bindToServer().baseUrl(base).build();
        this.token = TestTokens.owner(account, permissions);
    }

    private Client(Client customer, String token) {
        this.account = customer.account;
        this.base = customer.base;
        this.http = customer.http;
        this.token = token;
    }

    /** Somebody whose access to the account is limited to these services. */
    public Client limitedTo(List<String> services, String... permissions) {
        return new Client(
                this,
                TestTokens.token(claims -> claims.claim("account", account)
                        .claim("permissions", List.of(permissions))
                        .claim("services", services)));
    }

    /** The provider's staff, who act for the account. */
    public Client asStaff(String... permissions) {
        return new Client(
                this,
                TestTokens.token(claims -> claims.claim("account", account)
                        .claim("staff", true)
                        .claim("permissions", List.of(permissions))));
    }

    /** @param values replace what is in the path, each as it is, whatever it holds */
    public ResponseSpec get(String path, Object... values) {
        return http.get()
                .uri(path, values)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    /** With a query that is encoded already. */
    public ResponseSpec getAsIs(String path) {
        return http.get()
                .uri(URI.create(base + path))
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public ResponseSpec export(String accept, String path, Object... values) {
        return http.get()
                .uri(path, values)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Accept", accept)
                .exchange();
    }

    public ResponseSpec put(String path, Object body) {
        return http.put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public ResponseSpec get(String path, HttpHeaders headers) {
        return http.get()
                .uri(path)
                .headers(all -> all.addAll(headers))
                .headers(all -> all.setBearerAuth(token))
                .exchange();
    }

    public ResponseSpec post(String path, String json) {
        return post(path, json, new HttpHeaders());
    }

    public ResponseSpec post(String path, String json, HttpHeaders headers) {
        return http.post()
                .uri(path)
                .headers(all -> all.addAll(headers))
                .headers(all -> all.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    /** As the provider. */
    public ResponseSpec take(String path, Object body) {
        return http.put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(RealParts.INTERNAL_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public static String freshNumber() {
        return Integer.toString(NUMBERS.incrementAndGet());
    }

    /** A server of this account under a number of its own; {@code special} replaces what is usual. */
    public String server(Map<String, ?> special) {
        String number = freshNumber();
        take("/internal/servers/" + number, intake(special)).expectStatus().isOk();
        return number;
    }

    public Map<String, Object> intake(Map<String, ?> special) {
        Map<String, Object> intake = new HashMap<>(Map.of(
                "account",
                account,
                "name",
                "web-1",
                "kind",
                "vps",
                "location",
                "NL",
                "datacenter",
                "AMS-1",
                "ips",
                List.of("192.0.2.10"),
                "specification",
                Map.of("cpus", 1, "cores", 4, "ramGb", 8, "diskGb", 160),
                "image",
                "debian-13",
                "driver",
                Map.of("kind", "simulated", "address", "m-1")));
        intake.putAll(special);
        return intake;
    }

    public static String body(ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}

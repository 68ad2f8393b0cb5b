package io.moorage.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A visitor: keeps cookies, follows no redirects by itself, and can log in. */
public final class Browser {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI gateway;
    public final Map<String, String> cookies = new TreeMap<>();

    public Browser(URI gateway) {
        this.gateway = gateway;
    }

    /** The same visitor at another gateway, as a load balancer sends them. */
    public Browser at(URI other) {
        Browser same = new Browser(other);
        same.cookies.putAll(cookies);
        return same;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A change with the confirmation that the portal's scripts add. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(10));
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            HttpResponse<T> response = HTTP.send(request.build(), as);
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.toLowerCase().contains("max-age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    /** Logs in as a person would, and answers with where the gateway led back to. */
    public HttpResponse<String> logIn(StubKeycloak keycloak, String wish) {
        return get(callback(keycloak, get("/login" + wish)));
    }

    /** The same for somebody who is logged in at Keycloak already. */
    public HttpResponse<String> logInAgain(StubKeycloak keycloak, String wish, String sid, String told) {
        Map<String, String> asked = asked(get("/login" + wish));
        return get(callback(asked, keycloak.code(asked, sid)) + told);
    }

    /** The address that Keycloak sends the browser back to after a log-in. */
    public String callback(StubKeycloak keycloak, HttpResponse<String> begun) {
        Map<String, String> asked = asked(begun);
        return callback(asked, keycloak.code(asked));
    }

    private static String callback(Map<String, String> asked, String code) {
        return "/login/oauth2/code/keycloak?state=" + encode(asked.get("state")) + "&code=" + code;
    }

    private static Map<String, String> asked(HttpResponse<String> begun) {
        return StubKeycloak.query(URI.create(location(begun)).getRawQuery());
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("location").orElse("");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

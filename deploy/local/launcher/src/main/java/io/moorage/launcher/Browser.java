package io.moorage.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A client as customers have one: keeps cookies, follows redirects, fills in forms. */
final class Browser implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final Cookies cookies = new Cookies();

    /** An answer, and where it came from after all redirects; {@code location} is where it points to without sending there. */
    record Page(URI uri, int status, String body, Optional<String> location) {
        Object json() {
            return Json.read(body);
        }

        Page expect(int wanted) {
            if (status != wanted) {
                throw new Trouble("GET or POST " + uri.getPath() + " answered " + status + " instead of " + wanted
                        + ": " + body.substring(0, Math.min(300, body.length())).replace('\n', ' '));
            }
            return this;
        }
    }

    Page get(String url) {
        return follow(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** Sends a form as its button would; the browser then goes where it is sent. */
    Page submit(URI action, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends JSON as the portal's script does, with the token that only a script of the same site can read. */
    Page post(String url, String json) {
        URI uri = URI.create(url);
        return follow(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookies.value(uri, "XSRF-TOKEN").orElse(""))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends JSON in somebody's name. */
    Page post(String url, String json, String bearer) {
        return follow(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Opens a stream of server-sent events. */
    HttpResponse<java.util.stream.Stream<String>> stream(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        return send(request, HttpResponse.BodyHandlers.ofLines());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Page follow(HttpRequest.Builder request) {
        HttpRequest.Builder next = request;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(next.timeout(ANSWER_WITHIN), HttpResponse.BodyHandlers.ofString());
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty() || response.statusCode() / 100 != 3) {
                return new Page(response.uri(), response.statusCode(), response.body(), location);
            }
            next = HttpRequest.newBuilder(response.uri().resolve(location.get()))
                    .GET();
        }
        throw new Trouble("Sent on more than " + MOST_REDIRECTS + " times.");
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        URI uri = request.build().uri();
        try {
            request.setHeader("Accept-Language", "en");
            cookies.header(uri).ifPresent(header -> request.setHeader("Cookie", header));
            HttpResponse<T> response = client.send(request.build(), handler);
            response.headers().allValues("Set-Cookie").forEach(cookie -> cookies.take(uri, cookie));
            return response;
        } catch (IOException e) {
            throw new Trouble(uri.getAuthority() + " doesn't answer: " + e, e);
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.moorage.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as Keycloak's pages need one. It keeps cookies by itself: Keycloak marks them Secure, which browsers
 * accept on localhost and Java's own cookie store doesn't.
 */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*\\sname=\"([^\"]+)\"[^>]*\\svalue=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Reads a page, following redirects while they stay on the same server. */
    HttpResponse<String> open(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url)));
        String next = answer.headers().firstValue("Location").orElse("");
        return next.startsWith(url.substring(0, url.indexOf('/', 8))) ? open(next) : answer;
    }

    HttpResponse<String> post(String url, Map<String, String> form) throws IOException, InterruptedException {
        return post(url, List.copyOf(form.entrySet()));
    }

    HttpResponse<String> post(String url, List<Map.Entry<String, String>> form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
        return send(request);
    }

    /** Fills in the page's first form; its hidden fields go along. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher filled = FORM.matcher(page.body());
        if (!filled.find()) throw new IllegalStateException("No form on the page:\n" + page.body());
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher hidden = HIDDEN.matcher(filled.group()); hidden.find(); )
            fields.put(hidden.group(1), hidden.group(2));
        fields.putAll(form);
        return post(page.uri().resolve(filled.group(1).replace("&amp;", "&")).toString(), fields);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        new ArrayList<>(answer.headers().allValues("Set-Cookie")).forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    static String encode(List<Map.Entry<String, String>> form) {
        return form.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

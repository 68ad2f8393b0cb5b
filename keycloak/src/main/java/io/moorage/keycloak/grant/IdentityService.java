package io.moorage.keycloak.grant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * Asks identity-service for a grant. Several instances take turns. A lost connection (an instance away or restarted) is
 * tried once more, on the next instance if there is one: asking twice does no harm. A slow answer is not, since the
 * next would only add to the wait.
 */
final class IdentityService implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

    private final List<URI> instances;
    private final String secret;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** Takes one or more base URLs, separated by commas, and the secret that the parts share. */
    IdentityService(String baseUrls, String secret) {
        this.instances = Arrays.stream(baseUrls.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.replaceAll("/+$", "") + "/internal/grants"))
                .toList();
        if (instances.isEmpty()) throw new IllegalArgumentException("No address of identity-service");
        this.secret = secret;
    }

    Grant ask(GrantRequest question) throws GrantRefused, IdentityUnavailable {
        HttpResponse<byte[]> answer = send(question);
        return switch (answer.statusCode()) {
            case 200 -> read(answer.body(), question.account());
            case 403, 404 -> throw new GrantRefused();
            default -> throw new IdentityUnavailable("identity-service answered " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> send(GrantRequest question) throws IdentityUnavailable {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        @Nullable IOException lost = null;
        for (int attempt = 0; attempt <= instances.size(); attempt++) {
            URI instance = instances.get((first + attempt) % instances.size());
            try {
                return http.send(request(instance, question), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (isSlow(e)) throw new IdentityUnavailable("identity-service did not answer in time", e);
                lost = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IdentityUnavailable("interrupted while waiting for identity-service", e);
            }
        }
        throw new IdentityUnavailable("identity-service cannot be reached", lost);
    }

    private static boolean isSlow(IOException e) {
        return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
    }

    private HttpRequest request(URI instance, GrantRequest question) throws IOException {
        return HttpRequest.newBuilder(instance)
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonSerialization.writeValueAsBytes(question)))
                .build();
    }

    private static Grant read(byte[] body, @Nullable String requested) throws IdentityUnavailable {
        try {
            Grant grant = JsonSerialization.readValue(body, Grant.class);
            if (grant != null && grant.answers(requested)) return grant;
            throw new IdentityUnavailable("identity-service answered about another account");
        } catch (IOException e) {
            throw new IdentityUnavailable("identity-service answered something unreadable", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

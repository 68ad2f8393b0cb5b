package io.moorage.keycloak.internal;

import io.moorage.keycloak.Environment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * A service's internal interface. Its instances take turns, and one that cannot be reached is passed over. A connection
 * lost under way is tried again only where asking twice does no harm; a slow answer never is, since the next would only
 * add to the wait.
 */
public final class InternalService implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    /** An operator has three seconds to take a code, and another is asked when it doesn't. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(8);

    private final String name;
    private final List<String> instances;
    private final String secret;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** Takes one or more base URLs, separated by commas, and the secret that the parts share. */
    public InternalService(String name, String baseUrls, String secret) {
        this.name = name;
        this.instances = Arrays.stream(baseUrls.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> url.replaceAll("/+$", ""))
                .toList();
        if (instances.isEmpty()) throw new IllegalArgumentException("No address of " + name);
        this.secret = secret;
    }

    public static InternalService identity() {
        return new InternalService(
                "identity-service", Environment.needed("MOORAGE_IDENTITY_URL"), Environment.internalSecret());
    }

    public static InternalService mailRoom() {
        return new InternalService(
                "the mail room", Environment.needed("MOORAGE_ACCOUNT_URL"), Environment.internalSecret());
    }

    public String name() {
        return name;
    }

    /** Asks what may be asked twice: a question, or something that counts once by its id. */
    public Answer ask(String method, String path, Object body) throws Unavailable {
        return send(method, path, body, true);
    }

    /** Orders what must not happen twice. */
    public Answer order(String path, Object body) throws Unavailable {
        return send("POST", path, body, false);
    }

    private Answer send(String method, String path, Object body, boolean repeatable) throws Unavailable {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        @Nullable IOException lost = null;
        for (int attempt = 0; attempt <= instances.size(); attempt++) {
            String instance = instances.get((first + attempt) % instances.size());
            try {
                HttpRequest request = request(URI.create(instance + path), method, body);
                return new Answer(name, http.send(request, BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                if (!notReached(e) && (!repeatable || e instanceof HttpTimeoutException))
                    throw new Unavailable(name + " did not answer in time", e);
                lost = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("interrupted while waiting for " + name, e);
            }
        }
        throw new Unavailable(name + " cannot be reached", lost);
    }

    private static boolean notReached(IOException e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }

    private HttpRequest request(URI address, String method, Object body) throws IOException {
        return HttpRequest.newBuilder(address)
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, BodyPublishers.ofByteArray(JsonSerialization.writeValueAsBytes(body)))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}

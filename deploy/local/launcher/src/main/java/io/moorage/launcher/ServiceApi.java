package io.moorage.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** A service's internal endpoints, which only other parts of the platform and operators may use. */
final class ServiceApi implements AutoCloseable {
    private final String service;
    private final String address;
    private final String secret;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServiceApi(String service, String address, String secret) {
        this.service = service;
        this.address = address;
        this.secret = secret;
    }

    /** By any of its instances that lives: they share one database. */
    static ServiceApi of(Setup setup, String service) {
        if (!Parts.SERVICES.contains(service)) {
            throw new Trouble(
                    "There is no service '" + service + "'. Services: " + String.join(", ", Parts.SERVICES) + ".");
        }
        Running running = new Running(setup.home());
        String instance = setup.instances(service).stream()
                .filter(name -> running.process(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new Trouble(service + " doesn't run. `./moorage start " + service + "` starts it."));
        return new ServiceApi(service, setup.local(instance), setup.secrets().get("internal-secret"));
    }

    /** The answer's JSON; empty where it has none. Waits as long as the service works on it. */
    Optional<Object> call(String method, String path) {
        return good(method + " " + path, ask(method, path));
    }

    /** Tells the service what shall be so. */
    void put(String path, Map<String, Object> body) {
        good("PUT " + path, ask("PUT", path, HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    private Optional<Object> good(String request, Answer answer) {
        if (answer.status() / 100 == 2) {
            return answer.json();
        }
        String detail = answer.json().map(json -> Json.string(json, "detail")).orElse("");
        throw new Trouble(service + ": " + (detail.isEmpty() ? request + " answered " + answer.status() : detail));
    }

    /** An answer, good or not. */
    record Answer(int status, Optional<Object> json) {}

    Answer ask(String method, String path) {
        return ask(method, path, HttpRequest.BodyPublishers.noBody());
    }

    private Answer ask(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/internal/" + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + secret)
                .header("Moorage-Operator", System.getProperty("user.name"))
                .header("Accept-Language", "en")
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? Optional.empty() : Optional.of(Json.read(response.body())));
        } catch (IOException e) {
            throw new Trouble(service + " doesn't answer: " + e, e);
        } catch (InterruptedException e) {
            throw Shell.interrupted(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

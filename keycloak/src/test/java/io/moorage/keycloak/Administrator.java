package io.moorage.keycloak;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Changes the realm through the admin API, for tests of what a later change must not open. */
final class Administrator {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String realm;
    private final String token;

    Administrator(String url, String password) throws IOException, InterruptedException {
        realm = url + "/admin/realms/moorage";
        token = Visitor.json(new Browser()
                        .post(
                                url + "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", password)))
                .path("access_token")
                .asText();
    }

    /** Makes a scope that the client may ask for. */
    void offerScope(String client, String scope) throws IOException, InterruptedException {
        String body = "{\"name\": \"%s\", \"protocol\": \"openid-connect\"}".formatted(scope);
        String scopeId = send("POST", "/client-scopes", body)
                .headers()
                .firstValue("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElseThrow();
        JsonNode found = Visitor.json(send("GET", "/clients?clientId=" + client, ""));
        send("PUT", "/clients/" + found.get(0).path("id").asText() + "/optional-client-scopes/" + scopeId, "");
    }

    /** Whether a client asks its users for their consent. */
    void askForConsent(String client, boolean asks) throws IOException, InterruptedException {
        JsonNode found =
                Visitor.json(send("GET", "/clients?clientId=" + client, "")).get(0);
        ((ObjectNode) found).put("consentRequired", asks);
        send("PUT", "/clients/" + found.path("id").asText(), found.toString());
    }

    /** The id of a user's credential of a kind. */
    String credential(String user, String type) throws IOException, InterruptedException {
        for (JsonNode credential : Visitor.json(send("GET", "/users/" + user + "/credentials", "")))
            if (credential.path("type").asText().equals(type))
                return credential.path("id").asText();
        throw new IllegalStateException("No " + type);
    }

    /** Keycloak counts a wrong try a moment after its answer, and until then refuses whatever the user tries. */
    void awaitWrongTries(String login, int tries) throws IOException, InterruptedException {
        JsonNode found = Visitor.json(send("GET", "/users?exact=true&username=" + login, ""));
        String counter =
                "/attack-detection/brute-force/users/" + found.get(0).path("id").asText();
        await().until(() ->
                Visitor.json(send("GET", counter, "")).path("numFailures").asInt() == tries);
    }

    /** How old a log-in may be, in seconds, when an action is to be done. */
    void allowActionFor(String action, int maxAge) throws IOException, InterruptedException {
        send(
                "PUT",
                "/authentication/required-actions/" + action + "/config",
                "{\"config\": {\"max_auth_age\": \"%d\"}}".formatted(maxAge));
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IllegalStateException(path + ": " + answer.statusCode());
        return answer;
    }
}

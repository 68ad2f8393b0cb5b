package io.moorage.identity.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The users at Keycloak. Each of its methods throws a refusal: {@code not-found} where Keycloak knows no such thing,
 * {@code service-unavailable} where it doesn't answer.
 */
@Component
public class KeycloakUsers {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakUsers.class);

    private final RestClient http;

    KeycloakUsers(
            RestClient.Builder clients,
            @Value("${moorage.keycloak-url}") String url,
            @Value("${moorage.internal-secret}") String secret) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(5));
        this.http = clients.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBearerAuth(secret))
                .build();
    }

    public UserSecurity security(String userId) {
        return answered(() -> http.get()
                .uri("/users/{id}/security", userId)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(UserSecurity.class));
    }

    /** @param number verified, in the form of E.164; takes the place of the one before */
    public void putPhone(String userId, String number) {
        put("/users/{id}/phone", userId, Map.of("number", number));
    }

    /** @param factor {@code phone}, {@code totp} or {@code passkey} */
    public void prefer(String userId, String factor) {
        put("/users/{id}/preferred", userId, Map.of("factor", factor));
    }

    private void put(String path, String userId, Map<String, String> body) {
        answered(() -> http.put()
                .uri(path, userId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity());
    }

    public void deleteCredential(String userId, String credentialId) {
        delete("/users/{id}/credentials/{credential}", userId, credentialId);
    }

    public List<UserSession> sessions(String userId) {
        UserSession[] sessions = answered(() -> http.get()
                .uri("/users/{id}/sessions", userId)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(UserSession[].class));
        return List.of(sessions);
    }

    public void endSession(String userId, String sessionId) {
        delete("/users/{id}/sessions/{session}", userId, sessionId);
    }

    public void endSessionsExcept(String userId, String sessionId) {
        delete("/users/{id}/sessions?except={session}", userId, sessionId);
    }

    public List<UserApplication> applications(String userId) {
        UserApplication[] applications = answered(() -> http.get()
                .uri("/users/{id}/applications", userId)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(UserApplication[].class));
        return List.of(applications);
    }

    public UserApplication application(String userId, String client) {
        return applications(userId).stream()
                .filter(one -> one.client().equals(client))
                .findFirst()
                .orElseThrow(UnknownToKeycloak::new);
    }

    /** Its refresh tokens are good for nothing then, and it must ask anew. */
    public void withdraw(String userId, String client) {
        delete("/users/{id}/applications/{client}", userId, client);
    }

    private void delete(String path, String userId, String which) {
        answered(() -> http.delete().uri(path, userId, which).retrieve().toBodilessEntity());
    }

    private static <T> T answered(Supplier<@Nullable T> request) {
        try {
            T answer = request.get();
            if (answer == null) throw new RestClientException("An answer without a body");
            return answer;
        } catch (HttpClientErrorException.NotFound e) {
            throw new UnknownToKeycloak();
        } catch (RestClientException e) {
            LOG.warn("Keycloak does not answer: {}", e.getMessage());
            throw new KeycloakAway("Keycloak does not answer", e);
        }
    }
}

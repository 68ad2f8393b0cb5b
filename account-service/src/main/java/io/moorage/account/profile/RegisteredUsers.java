package io.moorage.account.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks identity-service who a user is; the event that they registered only refers to them. */
@Component
class RegisteredUsers {
    private static final Logger LOG = LoggerFactory.getLogger(RegisteredUsers.class);

    private final RestClient http;
    private final List<String> instances;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param baseUrls of identity-service's instances, separated by commas */
    RegisteredUsers(
            RestClient.Builder clients,
            @Value("${moorage.identity-url}") String baseUrls,
            @Value("${moorage.internal-secret}") String secret) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(3));
        this.instances = Arrays.stream(baseUrls.split(",")).map(String::strip).toList();
        this.http = clients.requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBearerAuth(secret))
                .build();
    }

    /** @throws RestClientException if no instance answers as it should; ask again later */
    RegisteredUser find(String userId) {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        for (int other = 0; other < instances.size() - 1; other++) {
            try {
                return ask(instances.get((first + other) % instances.size()), userId);
            } catch (ResourceAccessException e) {
                LOG.warn("An instance of identity-service is away, the next one is asked: {}", e.getMessage());
            }
        }
        return ask(instances.get((first + instances.size() - 1) % instances.size()), userId);
    }

    private RegisteredUser ask(String instance, String userId) {
        UserData user = http.get()
                .uri(instance + "/internal/users/{id}", userId)
                .retrieve()
                .body(UserData.class);
        return Objects.requireNonNull(user, "identity-service answered without a body")
                .asUser();
    }

    /** @param language {@code fr} or {@code en} */
    record RegisteredUser(String email, String firstName, String lastName, String language) {}

    private record UserData(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language) {

        RegisteredUser asUser() {
            return new RegisteredUser(
                    Objects.requireNonNullElse(email, ""),
                    Objects.requireNonNullElse(firstName, ""),
                    Objects.requireNonNullElse(lastName, ""),
                    "fr".equals(language) ? "fr" : "en");
        }
    }
}

package io.moorage.account.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks identity-service who a user is; the event that they registered only refers to them. */
@Component
class RegisteredUsers {
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

    /** @throws org.springframework.web.client.RestClientException if it isn't answered; ask again later */
    RegisteredUser find(String userId) {
        // The next instance every time, so that asking again gets past one that is away.
        String instance = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
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

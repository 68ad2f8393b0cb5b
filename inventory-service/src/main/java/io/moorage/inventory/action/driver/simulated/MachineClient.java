package io.moorage.inventory.action.driver.simulated;

import io.moorage.inventory.action.driver.ActionFault;
import io.moorage.inventory.action.driver.ActionType;
import io.moorage.inventory.action.driver.DriverTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** The machines' HTTP interface, by bearer key. What it doesn't answer as documented is trouble. */
@Component
class MachineClient {
    private static final String OPERATION = "/machines/{number}/operations/{operation}";

    private final RestClient http;

    MachineClient(
            RestClient.Builder clients,
            @Value("${moorage.machines.url}") String url,
            @Value("${moorage.machines.api-key}") String apiKey) {
        var limits = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(Duration.ofSeconds(2));
        this.http = clients.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(limits))
                .defaultHeaders(headers -> headers.setBearerAuth(apiKey))
                .build();
    }

    /** @return empty if the machine knows no such order */
    Optional<Operation> order(String number, String operation, ActionType type, @Nullable String image) {
        return reached(() -> http.put()
                .uri(OPERATION, number, operation)
                .body(new Order(type.code(), image))
                .exchange((request, answer) -> read(answer, Operation.class, 422)));
    }

    /** @return empty if the machine was never told */
    Optional<Operation> operation(String number, String operation) {
        return reached(() -> http.get()
                .uri(OPERATION, number, operation)
                .exchange((request, answer) -> read(answer, Operation.class, 404)));
    }

    /** @return whether it came in time; empty if the machine was never told */
    Optional<Boolean> cancel(String number, String operation) {
        Optional<Cancellation> answered = reached(() -> http.post()
                .uri(OPERATION + "/cancel", number, operation)
                .exchange((request, answer) -> read(answer, Cancellation.class, 404)));
        return answered.map(Cancellation::cancelled);
    }

    Machine machine(String number) {
        Optional<Machine> found = reached(() -> http.get()
                .uri("/machines/{number}", number)
                .exchange((request, answer) -> read(answer, Machine.class, 404)));
        return found.orElseThrow(() -> new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "No such machine"));
    }

    private static <T> T reached(Supplier<@Nullable T> request) {
        try {
            return Objects.requireNonNull(request.get());
        } catch (RestClientException e) {
            throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "The machine does not answer", e);
        }
    }

    private static <T> Optional<T> read(ConvertibleClientHttpResponse answer, Class<T> type, int nothing)
            throws IOException {
        if (answer.getStatusCode().value() == nothing) return Optional.empty();
        if (answer.getStatusCode().is2xxSuccessful()) return Optional.ofNullable(answer.bodyTo(type));
        throw new DriverTrouble(ActionFault.MACHINE_UNREACHABLE, "The machine answers " + answer.getStatusCode());
    }

    private record Order(String type, @Nullable String image) {}

    /** @param state {@code running}, {@code succeeded}, {@code failed} or {@code cancelled} */
    record Operation(String state, int progress, @Nullable String error) {}

    private record Cancellation(boolean cancelled) {}

    record Machine(String power, @Nullable String image, boolean rescue) {
        boolean isOn() {
            return "on".equals(power);
        }

        boolean hasImage(@Nullable String wanted) {
            return Objects.equals(image, wanted);
        }
    }
}

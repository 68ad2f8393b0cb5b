package io.moorage.gateway.activity;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.activity.ActivityTable.Row;
import io.moorage.gateway.route.Instances;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** account-service, as far as it keeps the action log. */
@Component
class ActionLogService {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instances instances;
    private final JsonMapper json;
    private final WebClient http;

    ActionLogService(Instances instances, JsonMapper json, GatewaySettings settings) {
        this.instances = instances;
        this.json = json;
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                .responseTimeout(PATIENCE);
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .defaultHeaders(headers -> headers.setBearerAuth(settings.internalSecret()))
                .build();
    }

    /**
     * Fails unless it has them all now.
     *
     * @return the ids of those that it can't take yet: they are for an account that isn't open
     */
    Mono<List<UUID>> take(List<Row> rows) {
        return Mono.defer(() -> {
            URI instance = instances.inTurn("account").getFirst();
            return http.put()
                    .uri(instance + "/internal/activities")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(json.writeValueAsString(Map.of("activities", rows)))
                    .retrieve()
                    .bodyToMono(String.class)
                    .timeout(PATIENCE)
                    .map(this::waiting);
        });
    }

    private List<UUID> waiting(String answer) {
        List<UUID> ids = new ArrayList<>();
        for (JsonNode id : json.readTree(answer).path("waiting")) ids.add(UUID.fromString(id.stringValue()));
        return ids;
    }
}

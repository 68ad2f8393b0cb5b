package io.moorage.gateway.openapi;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.problem.Problem;
import io.moorage.gateway.problem.ProblemException;
import io.moorage.gateway.route.Instances;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/openapi.json}: the whole public interface in one document. */
@RestController
class OpenApi {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JsonMapper json;
    private final Instances instances;
    private final WebClient http;
    private final JsonNode frame;
    private final Mono<byte[]> document;

    OpenApi(JsonMapper json, Instances instances, GatewaySettings settings) throws IOException {
        this.json = json;
        this.instances = instances;
        this.http = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(Duration.ofSeconds(5))))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
        this.frame = frame(json, settings);
        this.document = Mono.defer(this::merge).cache(bytes -> KEPT, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> document() {
        return document;
    }

    private static JsonNode frame(JsonMapper json, GatewaySettings settings) throws IOException {
        try (InputStream file = new ClassPathResource("openapi-frame.json").getInputStream()) {
            ObjectNode frame = (ObjectNode) json.readTree(file);
            frame.putArray("servers").addObject().put("url", settings.publicBase());
            return frame;
        }
    }

    private Mono<byte[]> merge() {
        return Flux.fromIterable(instances.services())
                .flatMapSequential(service ->
                        fetch(service, instances.inTurn(service)).map(document -> new Documented(service, document)))
                .reduceWith(() -> new Documents(json, frame), (merged, next) -> {
                    merged.add(next.service, next.document);
                    return merged;
                })
                .map(merged -> json.writeValueAsBytes(merged.merged()));
    }

    private Mono<JsonNode> fetch(String service, List<URI> left) {
        if (left.isEmpty()) return Mono.error(new ProblemException(Problem.SERVICE_UNAVAILABLE, service));
        return http.get()
                .uri(left.getFirst() + "/v3/api-docs")
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .bodyToMono(byte[].class)
                .map(json::readTree)
                .onErrorResume(WebClientRequestException.class, away -> fetch(service, left.subList(1, left.size())))
                .onErrorMap(
                        error -> !(error instanceof ProblemException),
                        error -> new ProblemException(Problem.SERVICE_UNAVAILABLE, service, error));
    }

    private record Documented(String service, JsonNode document) {}
}

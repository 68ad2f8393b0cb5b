package io.moorage.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moorage.gateway.GatewaySettings;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /.well-known/oauth-protected-resource}: tells clients that know only this address where to log in (RFC 9728).
 * Anybody may ask.
 */
@RestController
class ProtectedResource {
    private final Metadata metadata;

    ProtectedResource(GatewaySettings settings, Endpoints endpoints) {
        this.metadata = new Metadata(
                settings.publicBase(),
                List.of(endpoints.issuer()),
                List.of("header"),
                settings.publicBase() + "/api/docs");
    }

    @GetMapping("/.well-known/oauth-protected-resource")
    Metadata metadata() {
        return metadata;
    }

    record Metadata(
            String resource,
            @JsonProperty("authorization_servers") List<String> authorizationServers,
            @JsonProperty("bearer_methods_supported") List<String> bearerMethods,
            @JsonProperty("resource_documentation") String documentation) {}
}

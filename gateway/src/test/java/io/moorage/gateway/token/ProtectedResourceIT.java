package io.moorage.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProtectedResourceIT {
    private final World world = World.get();
    private final Browser stranger = world.browser();

    @Test
    void whoever_knows_the_gateways_address_learns_where_to_log_in() {
        HttpResponse<String> answer = stranger.at(world.second).get("/.well-known/oauth-protected-resource");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        JsonNode metadata = JsonMapper.builder().build().readTree(answer.body());
        assertThat(metadata.path("resource").asString()).isEqualTo(world.publicUrl());
        assertThat(metadata.path("authorization_servers").path(0).asString()).isEqualTo(world.keycloak.issuer());
        assertThat(metadata.path("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
    }

    @Test
    void nothing_else_is_well_known() {
        HttpResponse<String> answer = stranger.get("/.well-known/anything", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}

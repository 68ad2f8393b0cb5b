package io.moorage.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiIT {
    private final World world = World.get();
    private final Browser browser = world.browser();

    @Test
    void one_document_describes_all_services_and_the_gateways_own_stream() {
        world.identity.documents("{\"paths\":{\"/api/v1/me\":{\"get\":{}}}}");
        world.account.documents("{\"paths\":{\"/api/v1/account\":{\"get\":{}}}}");
        world.billing.documents("{\"paths\":{\"/api/v1/balance\":{\"get\":{}}}}");
        world.billing2.documents("{\"paths\":{\"/api/v1/balance\":{\"get\":{}}}}");
        JsonNode document = JsonMapper.builder().build().readTree(whole().body());
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo(world.publicUrl());
        assertThat(document.path("paths").propertyNames())
                .contains("/api/v1/me", "/api/v1/account", "/api/v1/balance", "/api/v1/stream");
        assertThat(document.at("/components/securitySchemes").propertyNames()).containsExactly("bearer", "session");
    }

    @Test
    void a_service_that_cannot_be_asked_is_named() {
        world.account.goAway();
        try {
            HttpResponse<String> answer = browser.at(world.second).get("/api/openapi.json", "Accept-Language", "en");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("This part of Moorage cannot be reached: account.");
        } finally {
            world.account.comeBack();
        }
    }

    @Test
    void the_page_that_shows_it_needs_nothing_from_elsewhere() {
        HttpResponse<String> page = browser.get("/api/docs", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http://", "https://", "onload").doesNotContainPattern("<script>");
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "show.js"}) {
            assertThat(page.body()).contains("/api/docs/" + file);
            assertThat(browser.get("/api/docs/" + file).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> whole() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> browser.get("/api/openapi.json"),
                        answer -> answer.body().contains("/api/v1/balance"));
    }
}

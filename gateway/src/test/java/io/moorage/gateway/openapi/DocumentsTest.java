package io.moorage.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Documents documents = new Documents(JSON, JSON.readTree("""
            {"openapi":"3.1.0","components":{"securitySchemes":{"bearer":{"type":"http"}}}}"""));

    @Test
    void paths_of_all_services_stand_side_by_side_and_internal_ones_are_left_out() {
        documents.add("identity", document("/api/v1/me", "Me", "string"));
        documents.add("billing", document("/api/v1/balance", "Balance", "string"));
        documents.add("account", document("/internal/grants", "Grants", "string"));
        assertThat(documents.merged().path("paths").propertyNames()).containsExactly("/api/v1/me", "/api/v1/balance");
    }

    @Test
    void a_component_that_means_the_same_is_shared() {
        documents.add("identity", document("/api/v1/me", "Problem", "string"));
        documents.add("billing", document("/api/v1/balance", "Problem", "string"));
        assertThat(documents.merged().at("/components/schemas").propertyNames()).containsExactly("Problem");
    }

    @Test
    void a_component_that_means_something_else_gets_a_name_of_its_own_and_references_follow() {
        documents.add("identity", document("/api/v1/me", "Page", "string"));
        documents.add("billing", document("/api/v1/balance", "Page", "integer"));
        JsonNode merged = documents.merged();
        assertThat(merged.at("/components/schemas").propertyNames()).containsExactly("Page", "BillingPage");
        assertThat(reference(merged, "~1api~1v1~1me")).isEqualTo("#/components/schemas/Page");
        assertThat(reference(merged, "~1api~1v1~1balance")).isEqualTo("#/components/schemas/BillingPage");
        assertThat(merged.at("/components/schemas/BillingPage/properties/self/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/BillingPage");
    }

    @Test
    void who_may_call_is_said_once_except_where_nobody_needs_to_be_known() {
        documents.add("billing", JSON.readTree("""
                {"paths":{"/api/v1/balance":{"get":{"security":[{"jwt":[]}]}},
                 "/api/v1/webhooks/sandbox":{"post":{"security":[]}}},
                 "components":{"securitySchemes":{"jwt":{"type":"http"}}}}"""));
        JsonNode merged = documents.merged();
        assertThat(merged.at("/components/securitySchemes").propertyNames()).containsExactly("bearer");
        assertThat(merged.at("/paths/~1api~1v1~1balance/get").has("security")).isFalse();
        assertThat(merged.at("/paths/~1api~1v1~1webhooks~1sandbox/post").has("security"))
                .isTrue();
    }

    private static String reference(JsonNode merged, String path) {
        return merged.at("/paths/" + path + "/get/schema/$ref").asString();
    }

    private static JsonNode document(String path, String schema, String type) {
        return JSON.readTree("""
                {"paths":{"%s":{"get":{"schema":{"$ref":"#/components/schemas/%s"}}}},
                 "components":{"schemas":{"%s":{"properties":{"value":{"type":"%s"},
                  "self":{"$ref":"#/components/schemas/%s"}}}}}}""".formatted(path, schema, schema, type, schema));
    }
}

package io.moorage.inventory.service;

import static io.moorage.inventory.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@InventoryTest
@SuppressWarnings("NullAway.Init")
class ServicesApiIT {
    @LocalServerPort
    int port;

    Client customer;
    List<String> ids;

    @BeforeEach
    void two_hosting_plans_and_two_servers() {
        customer = new Client(port, "services:read");
        String first = "hp-" + customer.account + "-1";
        String second = "hp-" + customer.account + "-2";
        open(first, "hst-test.eu").expectStatus().isNoContent();
        open(second, "hst-test.fr").expectStatus().isNoContent();
        ids = List.of(first, second, customer.server(Map.of("overdue", true)), customer.server(Map.of()));
    }

    private ResponseSpec open(String id, String domain) {
        return customer.take(
                "/internal/hosting-plans/" + id,
                Map.of("account", customer.account, "name", "Hébergement Web - VPS-5", "domain", domain));
    }

    @Test
    void everything_rented_is_in_one_list_with_the_roles() {
        String all = body(customer.get("/api/v1/services"));
        assertThat(JsonPath.<List<String>>read(all, "$.items[*].id")).isEqualTo(ids);
        assertThat(JsonPath.<Map<String, Object>>read(all, "$.items[0]"))
                .containsEntry("kind", "hosting-plan")
                .containsEntry("name", "Hébergement Web - VPS-5")
                .containsEntry("label", "hst-test.eu")
                .containsEntry("status", "active")
                .containsEntry("overdue", false)
                .containsEntry("roles", List.of("admin", "technical", "billing"));
        assertThat(JsonPath.<Map<String, Object>>read(all, "$.items[2]"))
                .containsEntry("kind", "server")
                .containsEntry("overdue", true)
                .containsEntry("roles", List.of("admin", "technical", "billing"));
    }

    @Test
    void one_kind_can_be_asked_for() {
        String servers = body(customer.get("/api/v1/services?kind=server"));
        assertThat(JsonPath.<List<String>>read(servers, "$.items[*].id")).isEqualTo(ids.subList(2, 4));
        String plans = body(customer.get("/api/v1/services?kind=hosting-plan"));
        assertThat(JsonPath.<List<String>>read(plans, "$.items[*].id")).isEqualTo(ids.subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pages_together_are_the_list(int limit) {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            String page = body(customer.get("/api/v1/services?limit=" + limit + cursor));
            paged.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            cursor = page.contains("\"next\"") ? "&cursor=" + JsonPath.read(page, "$.next") : "";
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(ids);
    }

    @Test
    void a_plan_that_is_opened_again_stays_as_it_is() {
        open(ids.getFirst(), "other.example").expectStatus().isNoContent();
        String plans = body(customer.get("/api/v1/services?kind=hosting-plan"));
        assertThat(JsonPath.<String>read(plans, "$.items[0].label")).isEqualTo("hst-test.eu");
    }

    @Test
    void others_see_nothing_of_it_and_a_kind_that_there_is_not_is_refused() {
        Client stranger = new Client(port, "services:read");
        stranger.get("/api/v1/services").expectBody().jsonPath("$.items").isEmpty();
        stranger.get("/api/v1/services?kind=boat")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("filter-invalid");
        stranger.get("/api/v1/services?cursor=Ym9hdCAx").expectStatus().isBadRequest();
        new Client(customer.account, port, "billing:read")
                .get("/api/v1/services")
                .expectStatus()
                .isForbidden();
    }
}

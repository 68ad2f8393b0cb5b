package io.moorage.inventory.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.inventory.Client;
import io.moorage.inventory.InventoryTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A specialist whose access to an account is limited to one of its servers. */
@InventoryTest
class ChosenServicesIT {
    private static final String[] ALL = {"services:read", "services:manage"};

    @LocalServerPort
    int port;

    Client customer;
    Client specialist;
    String theirs;
    String other;

    @BeforeEach
    void two_servers_and_access_to_one_of_them() {
        customer = new Client(port, ALL);
        other = customer.server(Map.of("name", "db-1", "ips", List.of("192.0.2.20")));
        theirs = customer.server(Map.of("name", "web-1", "ips", List.of("192.0.2.21")));
        specialist = customer.limitedTo(List.of(theirs), ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/servers",
                "/api/v1/servers?sort=-name",
                "/api/v1/servers?search=192.0.2.0/24",
                "/api/v1/servers?location=NL&limit=1",
                "/api/v1/services"
            })
    void lists_show_what_was_chosen(String list) {
        String shown = Client.body(specialist.get(list));

        assertThat(shown).contains("\"" + theirs + "\"").doesNotContain(other);
        assertThat(JsonPath.<List<?>>read(shown, "$.items")).hasSize(1);
        assertThat(shown).doesNotContain("\"next\"");
    }

    @Test
    void exports_hold_what_was_chosen() {
        assertThat(Client.body(specialist.export("text/csv", "/api/v1/servers")))
                .contains(theirs)
                .doesNotContain(other);
        assertThat(Client.body(specialist.get("/api/v1/servers?all=true")))
                .contains(theirs)
                .doesNotContain(other);
    }

    @Test
    void the_other_server_is_not_there_and_cannot_be_operated() {
        specialist.get("/api/v1/servers/" + theirs).expectStatus().isOk();
        String path = "/api/v1/servers/" + other;
        assertNotFound(specialist.get(path));
        assertNotFound(specialist.get(path + "/images"));
        assertNotFound(specialist.put(path + "/tags", "{\"tags\": [\"mine\"]}"));
        assertNotFound(specialist.put(path + "/reverse-dns", "{\"ip\": \"192.0.2.20\", \"name\": \"a.example.eu\"}"));
        assertNotFound(specialist.post(path + "/actions", "{\"type\": \"reboot\"}"));
        assertNotFound(specialist.get("/api/v1/actions?server=" + other));
        assertThat(Client.body(customer.get(path))).contains("\"tags\":[]");
    }

    @Test
    void actions_on_the_other_server_are_not_there_either() {
        String hidden = action(customer, other);
        String shown = action(specialist, theirs);

        assertThat(Client.body(specialist.get("/api/v1/actions")))
                .contains(shown)
                .doesNotContain(hidden);
        assertNotFound(specialist.get("/api/v1/actions/" + hidden));
        assertNotFound(specialist.post("/api/v1/actions/" + hidden + "/cancel", ""));
        assertThat(Client.body(customer.get("/api/v1/actions"))).contains(shown, hidden);
    }

    @Test
    void a_service_that_is_not_the_accounts_stays_out_of_reach_although_it_was_named() {
        String foreign = new Client(port, ALL).server(Map.of());

        assertNotFound(customer.limitedTo(List.of(theirs, foreign), ALL).get("/api/v1/servers/" + foreign));
    }

    private static String action(Client client, String server) {
        ResponseSpec answer = client.post("/api/v1/servers/" + server + "/actions", "{\"type\": \"reboot\"}");
        answer.expectStatus().isAccepted();
        return JsonPath.read(Client.body(answer), "$.id");
    }

    private static void assertNotFound(ResponseSpec answer) {
        answer.expectStatus().isNotFound();
    }
}

package io.moorage.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.gateway.testing.Browser;
import io.moorage.gateway.testing.StubKeycloak;
import io.moorage.gateway.testing.StubService;
import io.moorage.gateway.testing.StubService.Asked;
import io.moorage.gateway.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancesIT {
    private static final String[] NO_HEADERS = {};
    private static final String[] WITH_KEY = {"Idempotency-Key", "key-1"};
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 16).mapToObj("ab%05d-mo"::formatted).toList();

    private final World world = World.get();
    private final Browser browser = world.browser();
    private StubService own = world.billing;
    private StubService other = world.billing2;

    @BeforeEach
    void logIn() {
        awaitUp(world.billing);
        awaitUp(world.billing2);
        browser.logIn(world.keycloak, "");
        boolean first = ownOf(StubKeycloak.OWN_ACCOUNT) == world.billing;
        own = first ? world.billing : world.billing2;
        other = first ? world.billing2 : world.billing;
        own.asked().clear();
        other.asked().clear();
    }

    @AfterEach
    void mend() {
        for (StubService instance : List.of(own, other)) {
            instance.hangsUp = false;
            instance.readiness = 200;
        }
    }

    @Test
    void an_accounts_reads_go_to_the_instances_in_turn() {
        for (int i = 0; i < 10; i++) browser.get("/api/v1/balance");
        assertThat(own.asked()).hasSize(5);
        assertThat(other.asked()).hasSize(5);
    }

    @Test
    void an_accounts_writes_go_to_one_instance_whichever_gateway_they_come_through() {
        for (int i = 0; i < 5; i++) {
            write(i);
            browser.at(world.second).get("/api/v1/balance");
            browser.at(world.second).post("/api/v1/top-ups", "{}");
        }
        assertThat(writes(own)).hasSize(10);
        assertThat(writes(other)).isEmpty();
    }

    @Test
    void it_is_the_acting_account_that_counts_and_not_who_acts() {
        world.keycloak.granted.addAll(ACCOUNTS);
        Browser colleague = world.browser();
        colleague.logIn(world.keycloak, "");
        for (String account : ACCOUNTS) {
            StubService its = ownOf(account);
            int before = writes(its).size();
            browser.post("/api/v1/top-ups", "{}", "Moorage-Account", account);
            colleague.post("/api/v1/top-ups?account=" + account, "{}");
            assertThat(writes(its)).hasSize(before + 2);
        }
    }

    @Test
    void webhooks_are_for_no_account_and_go_in_turn() {
        for (int i = 0; i < 10; i++) world.browser().post("/api/v1/webhooks/sandbox", "{}");
        assertThat(writes(own)).hasSize(5);
        assertThat(writes(other)).hasSize(5);
    }

    @Test
    void while_its_instance_is_away_an_accounts_writes_go_to_the_next_and_afterwards_back() {
        own.goAway();
        try {
            for (int i = 0; i < 10; i++) {
                assertThat(write(i).statusCode()).isEqualTo(200);
                assertThat(other.last().body()).isEqualTo(body(i));
                assertThat(browser.get("/api/v1/balance").statusCode()).isEqualTo(200);
            }
        } finally {
            own.comeBack();
        }
        await().untilAsserted(() -> assertThat(write(0).body()).contains(nameOf(own)));
    }

    @Test
    void an_instance_that_is_not_ready_is_passed_over() {
        own.readiness = 503;
        await().untilAsserted(() -> assertThat(health().isUp(own.url())).isFalse());
        own.asked().clear();
        for (int i = 0; i < 5; i++) {
            assertThat(write(i).body()).contains(nameOf(other));
            assertThat(browser.get("/api/v1/balance").body()).contains(nameOf(other));
        }
        assertThat(own.asked()).isEmpty();
    }

    @Test
    void where_none_is_ready_they_are_asked_all_the_same() {
        own.readiness = 503;
        other.readiness = 503;
        await().until(() -> !health().isUp(own.url()) && !health().isUp(other.url()));
        assertThat(write(1).body()).contains(nameOf(own));
        assertThat(browser.get("/api/v1/balance").statusCode()).isEqualTo(200);
    }

    @Test
    void a_write_that_may_have_been_received_is_not_sent_again() {
        own.hangsUp = true;
        assertThat(write(1).statusCode()).isEqualTo(504);
        assertThat(writes(own)).hasSize(1);
        assertThat(writes(other)).isEmpty();
    }

    @Test
    void with_an_idempotency_key_it_is_sent_to_the_next_as_it_was() {
        own.hangsUp = true;
        HttpResponse<String> answer = write(1, WITH_KEY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(nameOf(other));
        Asked first = own.last();
        Asked second = other.last();
        assertThat(second.body()).isEqualTo(first.body()).isEqualTo(body(1));
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(second.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(second.header("Authorization")).isEqualTo(first.header("Authorization"));
    }

    @Test
    void a_read_that_got_no_answer_is_asked_of_the_next() {
        own.hangsUp = true;
        for (int i = 0; i < 4; i++) {
            assertThat(browser.get("/api/v1/balance?page=2").body()).contains(nameOf(other));
        }
        assertThat(own.asked()).hasSize(2);
        assertThat(other.asked()).hasSize(4).allMatch(asked -> asked.path().equals("/api/v1/balance?page=2"));
    }

    @Test
    void a_webhook_that_may_have_been_received_is_not_sent_again_whatever_key_it_bears() {
        own.hangsUp = true;
        other.hangsUp = true;
        HttpResponse<String> answer = world.browser().post("/api/v1/webhooks/sandbox", "{}", WITH_KEY);
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(writes(own).size() + writes(other).size()).isEqualTo(1);
    }

    @Test
    void a_write_that_the_next_cannot_take_either_is_said_to_have_got_no_answer() {
        own.hangsUp = true;
        other.goAway();
        try {
            HttpResponse<String> answer = write(1, WITH_KEY);
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("\"code\":\"service-no-answer\"");
        } finally {
            other.comeBack();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_connection_that_is_reset_counts_as_received(boolean withKey) throws IOException {
        other.goAway();
        own.goAway();
        try (ResettingServer resetting = new ResettingServer(own.url().getPort())) {
            HttpResponse<String> answer = write(1, withKey ? WITH_KEY : NO_HEADERS);
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(resetting.received("POST /api/v1/top-ups")).isEqualTo(1);
        } finally {
            other.comeBack();
            own.comeBack();
        }
    }

    private HttpResponse<String> write(int amount, String... headers) {
        return browser.post("/api/v1/top-ups", body(amount), headers);
    }

    private static String body(int amount) {
        return "{\"amount\":" + amount + "}";
    }

    private static List<Asked> writes(StubService instance) {
        return instance.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .toList();
    }

    private StubService ownOf(String account) {
        List<URI> instances = List.of(world.billing.url(), world.billing2.url());
        boolean first = Rendezvous.order(account, instances).getFirst().equals(world.billing.url());
        return first ? world.billing : world.billing2;
    }

    private String nameOf(StubService instance) {
        return instance == world.billing ? "\"billing\"" : "\"billing-2\"";
    }

    private Health health() {
        return world.bean(world.first, Health.class);
    }

    private void awaitUp(StubService instance) {
        for (URI gateway : List.of(world.first, world.second)) {
            await().until(() -> world.bean(gateway, Health.class).isUp(instance.url()));
        }
    }
}

package io.moorage.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.testkit.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only operators may ask of a service. */
@BillingTest
class OperationsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    Operator operator;
    Client customer;

    @BeforeEach
    void a_service_at_work() {
        operator = new Operator(port);
        customer = new Client(port, "billing:read", "billing:pay").openAccount(TestKafka.sharedBootstrap());
        await().atMost(SOON)
                .untilAsserted(
                        () -> customer.get("/api/v1/balance").expectStatus().isOk());
    }

    @Test
    void metrics_are_for_who_shows_the_secret() {
        new Operator(port, "guessed").get("/actuator/prometheus").expectStatus().isUnauthorized();
        customer.get("/actuator/prometheus").expectStatus().isUnauthorized();
        String metrics = new String(
                operator.get("/actuator/prometheus")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
        assertThat(metrics)
                .contains("moorage_subscription_lag{", "subscription=\"WhenAccountOpenedOpenWallet\"")
                .contains("moorage_publisher_lag", "http_server_requests_seconds_count", "hikaricp_connections")
                .doesNotContain("spring_security");
    }

    @Test
    void nothing_else_of_the_actuator_is_shown() {
        for (String path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/metrics", "/actuator"})
            operator.get(path).expectStatus().isUnauthorized();
    }

    @Test
    void the_log_is_verified_for_who_shows_the_secret() {
        new Operator(port, "guessed")
                .post("/internal/verification")
                .expectStatus()
                .isUnauthorized();
        customer.topUp("20").expectStatus().isCreated();
        operator.post("/internal/verification")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.events")
                .value(events -> assertThat((Integer) events).isGreaterThan(1))
                .jsonPath("$.found")
                .isEqualTo(0)
                .jsonPath("$.findings.length()")
                .isEqualTo(0);
    }
}

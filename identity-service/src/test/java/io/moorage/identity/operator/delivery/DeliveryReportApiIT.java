package io.moorage.identity.operator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.TestPhone;
import io.moorage.simulators.phone.BodyToken;
import io.moorage.simulators.phone.FormSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@IdentityTest
class DeliveryReportApiIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Deliveries deliveries;

    final String reference = "SM" + UUID.randomUUID().toString().replace("-", "");
    RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    /** Else the other tests' operators would count as ones that report, and don't deliver. */
    @AfterEach
    void nobody_reports() {
        sql.update("delete from operator_message");
    }

    @Test
    void a_signed_report_in_a_form_counts_once_however_often_it_comes() {
        deliveries.handed("http-a", reference);

        reportsInForm("delivered", TestPhone.SECRET).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        reportsInForm("delivered", TestPhone.SECRET).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
        reportsInForm("undelivered", TestPhone.SECRET).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(states("http-a")).isEqualTo("delivered");
    }

    @Test
    void a_report_that_is_quicker_than_the_answer_counts_too() {
        reportsInForm("delivered", TestPhone.SECRET);

        deliveries.handed("http-a", reference);

        assertThat(states("http-a")).isEqualTo("delivered");
    }

    @Test
    void a_signed_report_in_json_counts() {
        deliveries.handed("http-b", reference);
        byte[] body = "{\"message_uuid\":\"%s\",\"status\":\"undeliverable\"}"
                .formatted(reference)
                .getBytes(StandardCharsets.UTF_8);

        reportsInJson(body, new BodyToken(TestPhone.KEY, TestPhone.SECRET).of(body, Instant.now()))
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(states("http-b")).isEqualTo("failed");
    }

    @Test
    void forged_reports_are_refused_and_change_nothing() {
        deliveries.handed("http-a", reference);
        deliveries.handed("http-b", reference);
        byte[] body = "{\"message_uuid\":\"%s\",\"status\":\"delivered\"}"
                .formatted(reference)
                .getBytes(StandardCharsets.UTF_8);
        BodyToken forger = new BodyToken(TestPhone.KEY, "a-secret-that-somebody-else-made-up-1");

        reportsInForm("delivered", "guessed")
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("signature-invalid");
        reportsInJson(body, forger.of(body, Instant.now())).expectStatus().isUnauthorized();
        reportsInJson(body, "").expectStatus().isUnauthorized();

        assertThat(states("http-a")).isEqualTo("handed");
        assertThat(states("http-b")).isEqualTo("handed");
    }

    @Test
    void an_operator_that_does_not_call_back_or_exist_is_not_found() {
        for (String operator : new String[] {"smpp", "sandbox"})
            http.post()
                    .uri("/api/v1/webhooks/operators/" + operator)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
    }

    private ResponseSpec reportsInForm(String status, String secret) {
        var form = new TreeMap<>(Map.of("MessageSid", reference, "MessageStatus", status, "To", "+33612345678"));
        String body = "MessageSid=" + reference + "&MessageStatus=" + status + "&To=%2B33612345678";
        return http.post()
                .uri("/api/v1/webhooks/operators/http-a")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header(
                        FormSignature.HEADER,
                        new FormSignature(secret).of(TestPhone.PUBLIC_URL + "/api/v1/webhooks/operators/http-a", form))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private ResponseSpec reportsInJson(byte[] body, String token) {
        return http.post()
                .uri("/api/v1/webhooks/operators/http-b")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + token)
                .body(body)
                .exchange();
    }

    private String states(String operator) {
        return String.join(
                ", ",
                sql.queryForList(
                        "select state from operator_message where operator = ? and reference = ?",
                        String.class,
                        operator,
                        reference));
    }
}

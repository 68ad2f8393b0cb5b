package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CheckoutApiTest {
    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_checkout_has_an_id_an_address_and_an_end() throws Exception {
        HttpResponse<String> answer = running.open(Running.order("top-up-1"));

        JsonNode checkout = Running.json(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(checkout.get("id").asString()).startsWith("chk_");
        assertThat(checkout.get("url").asString())
                .isEqualTo("http://sandbox/pay/" + checkout.get("id").asString());
        assertThat(checkout.get("expiresAt").asString()).isEqualTo("2026-11-20T11:00:00Z");
    }

    @Test
    void the_same_reference_gives_the_same_checkout_also_after_a_restart() throws Exception {
        JsonNode first = Running.json(running.open(Running.order("top-up-1")).body());
        HttpResponse<String> second = running.open(Running.order("top-up-1"));
        running.restart();
        HttpResponse<String> third = running.open(Running.order("top-up-1"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Running.json(second.body())).isEqualTo(first);
        assertThat(Running.json(third.body())).isEqualTo(first);
        assertThat(Running.json(running.open(Running.order("top-up-2")).body()).get("id"))
                .isNotEqualTo(first.get("id"));
    }

    @Test
    void without_the_right_key_nothing_is_opened_or_shown() throws Exception {
        String id = running.checkout("top-up-1");

        assertThat(running.post("/v1/checkouts", Running.order("top-up-2")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> wrong =
                running.post("/v1/checkouts", Running.order("top-up-2"), "Authorization", "Bearer other");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Running.json(wrong.body()).get("code").asString()).isEqualTo("api-key-invalid");
        assertThat(running.get("/v1/checkouts/" + id).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                                   | 400 | malformed-request",
                "[]                                                                                  | 400 | malformed-request",
                "{}                                                                                  | 422 | reference-invalid",
                "{\"reference\":\"r\",\"amount\":{\"amount\":\"-5\",\"currency\":\"EUR\"}}           | 422 | amount-invalid",
                "{\"reference\":\"r\",\"amount\":{\"amount\":\"5.001\",\"currency\":\"EUR\"}}        | 422 | amount-invalid",
                "{\"reference\":\"r\",\"amount\":{\"amount\":\"5\",\"currency\":\"XYZ\"}}            | 422 | amount-invalid",
                "{\"reference\":\"r\",\"amount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}}         | 422 | amount-invalid",
                "{\"reference\":\"r\",\"amount\":{\"amount\":\"5\",\"currency\":\"EUR\"},\"returnUrl\":\"javascript:alert(1)\"} | 422 | return-url-invalid"
            })
    void what_makes_no_checkout_is_refused_with_a_code(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = running.open(body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Running.json(answer.body()).get("code").asString()).isEqualTo(code);
    }

    @Test
    void a_body_past_64_kib_is_refused() throws Exception {
        assertThat(running.open("x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void a_merchant_can_ask_how_a_checkout_stands() throws Exception {
        String id = running.checkout("top-up-1");
        assertThat(state(id)).isEqualTo("open");
        running.press(id, "pay");
        assertThat(state(id)).isEqualTo("paid");
    }

    private String state(String id) throws Exception {
        String body = running.get("/v1/checkouts/" + id, "Authorization", "Bearer " + Running.API_KEY)
                .body();
        return Running.json(body).get("state").asString();
    }
}

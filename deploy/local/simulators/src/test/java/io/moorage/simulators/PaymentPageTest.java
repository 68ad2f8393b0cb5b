package io.moorage.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PaymentPageTest {
    private static final String RETURN = "http://localhost:8080/balance?top-up=1";

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
    void the_page_shows_the_amount_in_the_readers_language() throws Exception {
        String id = running.checkout("top-up-1");

        assertThat(running.get("/pay/" + id).body()).contains("lang=\"en\"").contains("Pay €50.00");
        assertThat(running.get("/pay/" + id + "?lang=fr").body())
                .contains("lang=\"fr\"")
                .containsPattern("Payer 50,00.€");
    }

    @Test
    void without_another_wish_the_browsers_language_counts() throws Exception {
        String order = Running.order("top-up-1").replace("\"language\":\"en\"", "\"language\":\"\"");
        String id = Running.json(running.open(order).body()).get("id").asString();

        assertThat(running.get("/pay/" + id, "Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5")
                        .body())
                .contains("lang=\"fr\"");
        assertThat(running.get("/pay/" + id, "Accept-Language", "de").body()).contains("lang=\"en\"");
        assertThat(running.get("/pay/" + id, "Accept-Language", ";;;").body()).contains("lang=\"en\"");
    }

    @Test
    void foreign_text_never_becomes_markup() throws Exception {
        String order = new JsonMapper()
                .writeValueAsString(Map.of(
                        "reference", "<script>1</script>",
                        "amount", Map.of("amount", "20.00", "currency", "EUR"),
                        "description", "\"><img src=x onerror=alert(1)>",
                        "returnUrl", "http://shop/?a='\"><b>"));
        HttpResponse<String> refused = running.open(order);
        assertThat(refused.statusCode())
                .as("an address with markup is no address")
                .isEqualTo(422);

        String id = Running.json(
                        running.open(order.replace("'\\\"><b>", "'&b=1")).body())
                .get("id")
                .asString();
        running.press(id, "decline");
        HttpResponse<String> page = running.get("/pay/" + id);

        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .contains("href=\"http://shop/?a=&#39;&amp;b=1\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void paying_sends_the_browser_back_and_tells_the_merchant() throws Exception {
        String id = running.checkout("top-up-1");
        HttpResponse<String> answer = running.press(id, "pay");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(RETURN);
        JsonNode event = running.webhook().json();
        assertThat(event.get("type").asString()).isEqualTo("payment.paid");
        assertThat(event.get("checkout").asString()).isEqualTo(id);
        assertThat(event.get("reference").asString()).isEqualTo("top-up-1");
        assertThat(event.at("/payment/reference").asString()).startsWith("pay_");
        assertThat(event.at("/payment/amount/amount").asString()).isEqualTo("50.00");
        assertThat(event.at("/payment/amount/currency").asString()).isEqualTo("EUR");
        assertThat(event.at("/payment/paidAt").asString()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void a_second_press_of_the_button_pays_nothing_more() throws Exception {
        String id = running.checkout("top-up-1");
        running.press(id, "pay");
        running.press(id, "pay");
        running.press(id, "decline");

        assertThat(eventsUpTo("top-up-2")).hasSize(1);
    }

    @Test
    void declining_moves_no_money() throws Exception {
        String id = running.checkout("top-up-1");
        running.press(id, "decline");

        JsonNode event = running.webhook().json();
        assertThat(event.get("type").asString()).isEqualTo("payment.failed");
        assertThat(event.get("reference").asString()).isEqualTo("top-up-1");
        assertThat(event.at("/payment/paidAt").isMissingNode()).isTrue();
        assertThat(running.get("/pay/" + id).body()).contains("Declined").contains("Pay all the same");
    }

    @Test
    void paying_twice_makes_two_payments_with_references_of_their_own() throws Exception {
        running.press(running.checkout("top-up-1"), "pay-twice");

        List<JsonNode> events = eventsUpTo("top-up-2");
        assertThat(events).hasSize(2);
        assertThat(events.stream().map(event -> event.at("/payment/reference").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_amount_is_paid_as_it_was_typed() throws Exception {
        String id = running.checkout("top-up-1");
        HttpResponse<String> wrong = running.post("/pay/" + id, "action=pay-other&amount=abc");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("role=\"alert\"");

        running.post("/pay/" + id, "action=pay-other&amount=12%2C5");

        assertThat(running.webhook().json().at("/payment/amount/amount").asString())
                .isEqualTo("12.50");
    }

    @Test
    void whoever_pays_without_coming_back_stays_on_a_page_that_says_paid() throws Exception {
        String id = running.checkout("top-up-1");
        HttpResponse<String> answer = running.press(id, "pay-and-stay");

        assertThat(answer.headers().firstValue("Location")).hasValue("/pay/" + id + "?lang=en");
        assertThat(running.get("/pay/" + id).body()).contains("Paid.").contains("href=\"" + RETURN + "\"");
        assertThat(running.webhook().json().get("type").asString()).isEqualTo("payment.paid");
    }

    @Test
    void past_its_time_a_checkout_takes_only_the_late_payment_of_the_test_cases() throws Exception {
        String id = running.checkout("top-up-1");
        running.now.updateAndGet(time -> time.plus(Duration.ofHours(2)));

        assertThat(running.get("/pay/" + id).body()).contains("Expired").doesNotContain("class=\"primary\"");
        running.press(id, "pay");
        running.press(id, "pay-again");

        assertThat(eventsUpTo("top-up-2")).hasSize(1);
    }

    @Test
    void an_unknown_payment_says_so() throws Exception {
        assertThat(running.get("/pay/chk_none").statusCode()).isEqualTo(404);
        assertThat(running.press("chk_none", "pay").statusCode()).isEqualTo(404);
    }

    /** All events before those of another checkout, which is paid now. */
    private List<JsonNode> eventsUpTo(String reference) throws Exception {
        running.press(running.checkout(reference), "pay");
        List<JsonNode> events = new java.util.ArrayList<>();
        boolean end = false;
        while (!end) {
            JsonNode event = running.webhook().json();
            end = event.get("reference").asString().equals(reference);
            if (!end) {
                events.add(event);
            }
        }
        return events;
    }
}

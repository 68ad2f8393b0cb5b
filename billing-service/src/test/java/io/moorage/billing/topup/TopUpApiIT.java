package io.moorage.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.billing.BillingTest;
import io.moorage.billing.Client;
import io.moorage.billing.StubSandbox;
import io.moorage.testkit.TestKafka;
import io.moorage.testkit.TestTokens;
import io.moorage.testkit.TestTopic;
import io.moorage.web.Export;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@BillingTest
class TopUpApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ExpireUnpaidTopUps sweep;

    Client customer;

    @BeforeEach
    void an_account_with_a_wallet() {
        customer = new Client(port, "billing:read", "billing:pay").openAccount(TestKafka.sharedBootstrap());
        await().atMost(SOON)
                .untilAsserted(
                        () -> customer.get("/api/v1/balance").expectStatus().isOk());
    }

    @AfterEach
    void the_sandbox_is_back() {
        StubSandbox.away(false);
    }

    @Test
    void a_top_up_is_requested_paid_booked_and_published() {
        String id = requested("50.00");

        customer.report(StubSandbox.paid(id, "pay-" + id, "50.00", "EUR"))
                .expectStatus()
                .isNoContent();

        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("completed");
        awaitBalance("50.00");
        customer.get("/api/v1/statement")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].amount.amount")
                .isEqualTo("50.00")
                .jsonPath("$.items[0].reference")
                .isEqualTo(id);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("TopUpCompleted", id))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.key()).isEqualTo(id);
                            assertThat(event.attributes())
                                    .containsEntry("account", customer.account)
                                    .containsEntry("sequence", "3");
                            assertThat(JsonPath.<String>read(event.value(), "$.amount.amount"))
                                    .isEqualTo("50.00");
                            assertThat(JsonPath.<String>read(event.value(), "$.providerReference"))
                                    .isEqualTo("pay-" + id);
                        }));
    }

    @Test
    void the_statement_is_to_be_had_as_a_file() {
        String id = requested("50.00");
        customer.report(StubSandbox.paid(id, "pay-" + id, "50.00", "EUR"));
        awaitBalance("50.00");

        List<String> csv =
                body(customer.get("/api/v1/statement", "text/csv")).lines().toList();
        assertThat(csv).hasSize(2);
        assertThat(csv.getFirst()).isEqualTo("at,kind,reference,method,amount,balance,currency");
        assertThat(csv.getLast()).endsWith(",top-up," + id + ",sandbox,50.00,50.00,EUR");
        assertThat(body(customer.get("/api/v1/statement", Export.XLSX))).startsWith("PK");
        customer.get("/api/v1/statement?all=true")
                .expectBody()
                .jsonPath("$[0].reference")
                .isEqualTo(id);
        customer.get("/api/v1/statement", "application/pdf").expectStatus().isEqualTo(406);
    }

    @Test
    void the_answer_to_a_request_names_the_payment_page() {
        customer.topUp("20")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("pending")
                .jsonPath("$.checkoutUrl")
                .value(url -> assertThat(String.valueOf(url)).startsWith(StubSandbox.url() + "/pay/"));
    }

    @Test
    void while_the_provider_is_away_the_page_comes_later() {
        StubSandbox.away(true);
        String id = JsonPath.read(body(customer.topUp("20")), "$.id");
        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("requested");

        StubSandbox.away(false);

        await().atMost(SOON)
                .untilAsserted(() -> customer.get("/api/v1/top-ups/" + id)
                        .expectBody()
                        .jsonPath("$.checkoutUrl")
                        .exists());
    }

    @Test
    void a_report_repeated_fifty_times_at_once_counts_once() throws InterruptedException {
        String id = requested("50.00");
        String report = StubSandbox.paid(id, "pay-" + id, "50.00", "EUR");

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(i -> senders.submit(
                            () -> customer.report(report).expectStatus().isNoContent()));
        }

        awaitBalance("50.00");
        assertThat(count("select count(*) from event where aggregate_id = ? and type = 'TopUpPaymentReceived'", id))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from event where aggregate_id = ? and type = 'WalletBooked'",
                        customer.account))
                .isEqualTo(1);
    }

    @Test
    void another_amount_becomes_a_case_and_no_money() {
        String id = requested("50.00");

        customer.report(StubSandbox.paid(id, "pay-" + id, "5.00", "EUR"))
                .expectStatus()
                .isNoContent();

        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("review");
        assertThat(count("select count(*) from payment_case where top_up = ? and reason = 'amount'", id))
                .isEqualTo(1);
        customer.get("/api/v1/balance")
                .expectBody()
                .jsonPath("$.balance.amount")
                .isEqualTo("0.00");
    }

    @Test
    void a_second_payment_becomes_a_case_and_the_first_stays_credited() {
        String id = requested("50.00");
        customer.report(StubSandbox.paid(id, "pay-1-" + id, "50.00", "EUR"));

        customer.report(StubSandbox.paid(id, "pay-2-" + id, "50.00", "EUR"))
                .expectStatus()
                .isNoContent();

        awaitBalance("50.00");
        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("completed");
        assertThat(count("select count(*) from payment_case where top_up = ? and reason = 'second'", id))
                .isEqualTo(1);
    }

    @Test
    void a_payment_for_no_known_top_up_is_kept_as_one_case() {
        String unknown = UUID.randomUUID().toString();
        String report = StubSandbox.paid(unknown, "pay-" + unknown, "50.00", "EUR");

        customer.report(report).expectStatus().isNoContent();
        customer.report(report).expectStatus().isNoContent();

        assertThat(count("select count(*) from payment_case where reference = ?", "pay-" + unknown))
                .isEqualTo(1);
    }

    @Test
    void an_authentic_report_that_cannot_be_read_is_kept_as_a_case() {
        String report = "{\"type\":\"payment.paid\",\"reference\":\"%s\",\"payment\":{}}".formatted(UUID.randomUUID());

        customer.report(report).expectStatus().isNoContent();

        assertThat(count("select count(*) from payment_case where report = ?", report))
                .isEqualTo(1);
    }

    @Test
    void a_declined_payment_fails_the_top_up() {
        String id = requested("50.00");

        customer.report(StubSandbox.failed(id)).expectStatus().isNoContent();

        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("failed");
    }

    @Test
    void a_report_with_a_wrong_missing_or_old_signature_is_refused_and_changes_nothing() {
        String id = requested("50.00");
        String report = StubSandbox.paid(id, "pay-" + id, "50.00", "EUR");
        List<String> forgeries = List.of(
                StubSandbox.sign(report, Instant.now(), "another key"),
                StubSandbox.sign(report + " ", Instant.now(), StubSandbox.SIGNING_KEY),
                StubSandbox.sign(report, Instant.now().minusSeconds(600), StubSandbox.SIGNING_KEY),
                StubSandbox.sign(report, Instant.now().plusSeconds(600), StubSandbox.SIGNING_KEY),
                "t=1,v1=00",
                "");

        for (String forgery : forgeries)
            customer.report(report, forgery)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("signature-invalid");

        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"amount":{"amount":"19.99","currency":"EUR"},"method":"sandbox"}   | 422 | amount-below-minimum
                    {"amount":{"amount":"10000.01","currency":"EUR"},"method":"sandbox"}| 422 | amount-above-maximum
                    {"amount":{"amount":"99999999999999999999","currency":"EUR"},"method":"sandbox"} | 422 | amount-invalid
                    {"amount":{"amount":"1e9","currency":"EUR"},"method":"sandbox"}     | 422 | amount-invalid
                    {"amount":{"amount":"abc","currency":"EUR"},"method":"sandbox"}     | 422 | amount-invalid
                    {"amount":{"amount":"50.001","currency":"EUR"},"method":"sandbox"}  | 422 | amount-invalid
                    {"amount":{"amount":"-50","currency":"EUR"},"method":"sandbox"}     | 422 | amount-invalid
                    {"method":"sandbox"}                                                | 422 | amount-invalid
                    {"amount":{"amount":"50","currency":"USD"},"method":"sandbox"}      | 422 | currency-not-supported
                    {"amount":{"amount":"50","currency":"EUR"},"method":"cheque"}       | 422 | method-unknown
                    {"amount":{"amount":"50","currency":"EUR"}}                         | 422 | method-unknown
                    {"amount":"fifty"}                                                  | 400 | malformed-request
                    {"amount":                                                          | 400 | malformed-request
                    []                                                                  | 400 | malformed-request
                    """)
    void what_cannot_be_asked_for_is_refused_with_its_reason(String json, int status, String code) {
        for (String language : List.of("en", "fr"))
            customer.post("/api/v1/top-ups", json, language)
                    .expectStatus()
                    .isEqualTo(status)
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(code)
                    .jsonPath("$.detail")
                    .isNotEmpty();
        assertThat(count("select count(*) from top_up where account = ?", customer.account))
                .isZero();
    }

    @Test
    void a_refusal_speaks_the_language_of_the_caller() {
        String tooLittle = "{\"amount\":{\"amount\":\"10\",\"currency\":\"EUR\"},\"method\":\"sandbox\"}";
        customer.post("/api/v1/top-ups", tooLittle, "fr")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Vous pouvez recharger à partir de 20.00 EUR. Choisissez un montant supérieur.");
        customer.post("/api/v1/top-ups", tooLittle, "en")
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/amount/amount");
    }

    @Test
    void the_list_goes_on_where_its_cursor_says() {
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> requested("20")).toList();

        String first = body(customer.get("/api/v1/top-ups?limit=3"));
        String second = body(customer.get("/api/v1/top-ups?limit=3&cursor=" + JsonPath.read(first, "$.next")));

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id"))
                .containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id")).containsExactly(ids.get(1), ids.get(0));
        assertThat(second).doesNotContain("\"next\"");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=nonsense,cursor-invalid",
        "cursor=%FF,cursor-invalid",
        "cursor=YWJj,cursor-invalid",
        "limit=0,limit-invalid",
        "limit=201,limit-invalid",
        "limit=x,malformed-request"
    })
    void a_cursor_or_limit_that_was_not_given_out_is_refused(String query, String code) {
        customer.get("/api/v1/top-ups?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void nobody_sees_the_top_up_of_another_account() {
        String id = requested("50.00");
        new Client(port, "billing:read")
                .get("/api/v1/top-ups/" + id)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    @Test
    void reading_needs_one_permission_and_paying_another() {
        new Client(port, "billing:pay")
                .get("/api/v1/top-ups")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-permitted");
        new Client(port, "billing:read").topUp("50").expectStatus().isForbidden();
        new Client(port, "billing:read", "billing:pay")
                .topUp("50")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account-being-prepared");
    }

    @Test
    void a_token_that_is_missing_forged_expired_or_for_others_is_refused() {
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        http.get().uri("/api/v1/balance").exchange().expectStatus().isUnauthorized();
        List<String> bad = List.of(
                "nonsense",
                TestTokens.forged(customer.account, "billing:read"),
                TestTokens.token(claims -> claims.claim("account", customer.account)
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                TestTokens.token(
                        claims -> claims.claim("account", customer.account).audience("moorage-gateway")),
                TestTokens.token(
                        claims -> claims.claim("account", customer.account).claim("azp", "moorage-cli")),
                TestTokens.token(
                        claims -> claims.claim("account", customer.account).issuer("http://localhost/realms/other")));
        for (String token : bad)
            http.get()
                    .uri("/api/v1/balance")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("login-required");
    }

    @Test
    void a_top_up_that_nobody_pays_expires_and_a_late_payment_becomes_a_case() {
        String id = requested("50.00");
        sql.update("update top_up set created_at = created_at - interval '25 hours' where id = ?", id);

        sweep.sweep();

        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("expired");
        customer.report(StubSandbox.paid(id, "pay-" + id, "50.00", "EUR"))
                .expectStatus()
                .isNoContent();
        customer.get("/api/v1/top-ups/" + id).expectBody().jsonPath("$.state").isEqualTo("review");
        customer.get("/api/v1/balance")
                .expectBody()
                .jsonPath("$.balance.amount")
                .isEqualTo("0.00");
    }

    @Test
    void what_is_under_way_shows_as_pending_until_it_is_paid() {
        String id = requested("50.00");
        customer.get("/api/v1/balance")
                .expectBody()
                .jsonPath("$.pending.amount")
                .isEqualTo("50.00");

        customer.report(StubSandbox.paid(id, "pay-" + id, "50.00", "EUR"));

        customer.get("/api/v1/balance")
                .expectBody()
                .jsonPath("$.pending.amount")
                .isEqualTo("0.00");
    }

    private String requested(String amount) {
        String answer = body(customer.topUp(amount));
        assertThat(JsonPath.<String>read(answer, "$.state")).isEqualTo("pending");
        return JsonPath.read(answer, "$.id");
    }

    private void awaitBalance(String amount) {
        await().atMost(SOON)
                .untilAsserted(() -> customer.get("/api/v1/balance")
                        .expectBody()
                        .jsonPath("$.balance.amount")
                        .isEqualTo(amount));
    }

    private static List<TestTopic.Received> published(String event, String topUpId) {
        String type = "io.moorage.billing." + event + ".v1";
        return new TestTopic(TestKafka.sharedBootstrap(), "moorage.billing")
                .all(received -> type.equals(received.attributes().get("type"))
                        && received.value().contains(topUpId));
    }

    private int count(String query, String argument) {
        Integer found = sql.queryForObject(query, Integer.class, argument);
        return found == null ? 0 : found;
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}

package io.moorage.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moorage.billing.BillingTest;
import io.moorage.billing.Client;
import io.moorage.testkit.TestKafka;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Idempotency-Key, on the request that costs most when it happens twice. */
@BillingTest
class RepeatedRequestIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Client customer;

    @BeforeEach
    void an_account_with_a_wallet() {
        customer = new Client(port, "billing:read", "billing:pay").openAccount(TestKafka.sharedBootstrap());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> customer.get("/api/v1/balance").expectStatus().isOk());
    }

    @Test
    void the_same_key_and_body_gives_the_first_answer() {
        ResponseSpec first = customer.topUp("50.00", "key-1").expectStatus().isCreated();
        ResponseSpec again = customer.topUp("50.00", "key-1").expectStatus().isCreated();
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(topUps()).isEqualTo(1);
    }

    @Test
    void the_same_key_at_once_from_many_gives_one_effect_and_one_answer() throws InterruptedException {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64)
                    .forEach(i -> senders.submit(() -> answers.add(body(customer.topUp("50.00", "key-1")))));
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("\"state\":\"pending\"");
        assertThat(topUps()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        customer.topUp("50.00", "key-1").expectStatus().isCreated();
        customer.topUp("60.00", "key-1")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");
        assertThat(topUps()).isEqualTo(1);
    }

    @Test
    void another_key_or_another_account_is_another_request() {
        customer.topUp("50.00", "key-1").expectStatus().isCreated();
        customer.topUp("50.00", "key-2").expectStatus().isCreated();
        assertThat(topUps()).isEqualTo(2);
        new Client(port, "billing:read", "billing:pay")
                .topUp("50.00", "key-1")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_refusal_is_not_kept_and_can_be_corrected_under_the_same_key() {
        customer.topUp("10.00", "key-1").expectStatus().isEqualTo(422);
        customer.topUp("20.00", "key-1").expectStatus().isCreated();
        assertThat(topUps()).isEqualTo(1);
    }

    /** As after a crash between the effect and the answer. */
    @Test
    void a_request_whose_answer_was_lost_finds_its_own_effect() {
        String first = body(customer.topUp("50.00", "key-1").expectStatus().isCreated());
        sql.update(
                "update request_key set status = null, answer = null, at = at - interval '1 minute' where ids[1] in (select id from top_up where account = ?)",
                customer.account);

        String again = body(customer.topUp("50.00", "key-1").expectStatus().isCreated());

        assertThat(again).isEqualTo(first);
        assertThat(topUps()).isEqualTo(1);
    }

    @Test
    void a_key_that_is_no_key_is_refused() throws IOException {
        for (String key : List.of("with blank", "x".repeat(256)))
            customer.topUp("50.00", key)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("idempotency-key-invalid");
        assertThat(answerTo("\u00e9")).startsWith("HTTP/1.1 400").contains("idempotency-key-invalid");
    }

    /** Byte by byte: the client at hand sends no such sign. */
    private String answerTo(String key) throws IOException {
        String request = """
                POST /api/v1/top-ups HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Idempotency-Key: %s
                Content-Type: application/json
                Content-Length: 2
                Connection: close

                {}""".replace("\n", "\r\n").formatted(customer.token(), key);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int topUps() {
        List<Integer> found = sql.query(
                "select count(*) from top_up where account = ?", (row, index) -> row.getInt(1), customer.account);
        return found.getFirst();
    }

    private static String body(ResponseSpec answer) {
        byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}

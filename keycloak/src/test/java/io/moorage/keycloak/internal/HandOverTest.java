package io.moorage.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverTest {

    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private HttpServer server;
    private @Nullable HandOver handOver;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/mails/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    @AfterEach
    void stop() {
        if (handOver != null) handOver.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        Integer status = statuses.poll();
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    private HandOver handOver(int most, Duration givesUpAfter) {
        HandOver made = new HandOver(service(url()), most, MOMENT, givesUpAfter);
        handOver = made;
        return made;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static InternalService service(String urls) {
        return new InternalService("the mail room", urls, "s3cret");
    }

    private static Delivery letter(String id) {
        return new Delivery("Mail " + id, "PUT", "/internal/mails/" + id, Map.of("text", "texte ?key=t0ken"));
    }

    private String nextAsked() throws InterruptedException {
        String next = asked.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return String.valueOf(next);
    }

    private static void untilNothingWaits(HandOver handOver) {
        await().atMost(Duration.ofSeconds(10)).until(() -> handOver.waiting() == 0);
    }

    @Test
    void a_letter_is_put_under_its_id_with_the_secret() throws Exception {
        HandOver taking = handOver(10, LONG);

        taking.take(letter("m-1"));

        assertThat(nextAsked()).isEqualTo("""
                PUT /internal/mails/m-1 Bearer s3cret {"text":"texte ?key=t0ken"}""");
        untilNothingWaits(taking);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 401, 429})
    void a_mail_room_in_trouble_is_asked_again_under_the_same_id(int status) throws Exception {
        statuses.addAll(List.of(status, status));

        HandOver taking = handOver(10, LONG);
        taking.take(letter("m-1"));

        for (int i = 0; i < 3; i++) assertThat(nextAsked()).startsWith("PUT /internal/mails/m-1 ");
        untilNothingWaits(taking);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void what_the_mail_room_refuses_is_not_put_again(int status) throws Exception {
        statuses.add(status);
        HandOver taking = handOver(10, LONG);

        taking.take(letter("m-1"));
        nextAsked();
        untilNothingWaits(taking);

        assertThat(asked).isEmpty();
    }

    @Test
    void a_mail_room_that_stays_away_is_given_up_after_a_while() {
        server.stop(0);
        HandOver taking = handOver(10, Duration.ofMillis(50));

        taking.take(letter("m-1"));

        untilNothingWaits(taking);
    }

    @Test
    void so_many_letters_wait_and_no_more_and_nobody_waits_with_them() {
        server.stop(0);
        HandOver taking = handOver(3, LONG);

        for (int i = 0; i < 10; i++) taking.take(letter("m-" + i));

        assertThat(taking.waiting()).isEqualTo(3);
    }

    @Test
    void an_instance_that_is_away_is_passed_over() throws Exception {
        HandOver taking = new HandOver(service("http://127.0.0.1:1, " + url()), 10, MOMENT, LONG);
        handOver = taking;

        taking.take(letter("m-1"));

        assertThat(nextAsked()).startsWith("PUT /internal/mails/m-1 ");
        untilNothingWaits(taking);
    }

    @Test
    void a_delivery_says_nothing_but_its_id() {
        assertThat(letter("m-1")).hasToString("Mail m-1");
    }
}

package io.moorage.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.TestPhone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who guesses, or has codes sent: with the limits of production. */
@IdentityTest
class CodeLimitsIT {
    private static final int SENDS_AT_ONCE = 10;
    private static final int TRIES_AT_ONCE = 20;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    Asker user;

    @BeforeEach
    void somebody_new() {
        user = new Asker(port);
    }

    @Test
    void ten_thousand_guesses_at_once_find_nothing_and_kill_the_code() throws Exception {
        UUID challenge = UUID.randomUUID();
        user.asks(challenge);
        String right = user.lastCode();
        List<String> guesses = IntStream.range(0, 10_000)
                .mapToObj("%06d"::formatted)
                .filter(code -> !code.equals(right))
                .toList();

        List<String> outcomes = atOnce(guesses, code -> user.outcome(challenge, code));

        assertThat(outcomes).isSubsetOf("wrong", "expired", "too-many-tries");
        assertThat(outcomes.stream().filter("wrong"::equals)).hasSize(5);
        assertThat(outcomes.stream().filter("too-many-tries"::equals)).hasSizeGreaterThan(9_900);
        assertThat(user.outcome(challenge, right)).isNotEqualTo("right");
    }

    @Test
    void guessing_over_many_challenges_ends_for_the_user() {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < TRIES_AT_ONCE + 5; i++) outcomes.add(user.outcome(UUID.randomUUID(), "123456"));

        assertThat(outcomes.subList(0, TRIES_AT_ONCE)).containsOnly("wrong");
        assertThat(outcomes.subList(TRIES_AT_ONCE, outcomes.size())).containsOnly("too-many-tries");
        user.types(UUID.randomUUID(), "123456")
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .value("Retry-After", wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 180));
    }

    @Test
    void right_codes_use_no_tries_up() {
        for (int i = 0; i < TRIES_AT_ONCE - 1; i++) user.outcome(UUID.randomUUID(), "123456");

        for (int i = 0; i < SENDS_AT_ONCE; i++) {
            UUID challenge = UUID.randomUUID();
            user.asks(challenge);
            assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
        }
    }

    @Test
    void whatever_is_wrong_the_answer_looks_the_same() {
        UUID known = UUID.randomUUID();
        user.asks(known);

        assertThat(shape(known, user.wrongCode())).isEqualTo(shape(UUID.randomUUID(), "123456"));
    }

    @Test
    void a_user_gets_only_so_many_codes_however_many_are_asked_for_at_once() throws Exception {
        List<UUID> challenges =
                IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();

        List<Integer> answers = atOnce(
                challenges,
                challenge -> user.asks(challenge)
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(SENDS_AT_ONCE);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(30);
        assertThat(TestPhone.messages(user.number)).hasSize(SENDS_AT_ONCE);
        user.asks(UUID.randomUUID())
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-codes");
    }

    @Test
    void a_number_gets_only_so_many_codes_whoever_asks() {
        for (int i = 0; i < SENDS_AT_ONCE; i++)
            asksFor(user.number, "somebody-" + UUID.randomUUID(), "a-" + UUID.randomUUID(), 200);

        asksFor(user.number, "somebody-" + UUID.randomUUID(), "a-" + UUID.randomUUID(), 429);
    }

    @Test
    void an_address_has_only_so_many_codes_sent() {
        String address = "a-" + UUID.randomUUID();
        for (int i = 0; i < 60; i++) asksFor(TestPhone.newNumber(), "somebody-" + UUID.randomUUID(), address, 200);

        asksFor(TestPhone.newNumber(), "somebody-" + UUID.randomUUID(), address, 429);
        asksFor(TestPhone.newNumber(), "somebody-" + UUID.randomUUID(), "a-" + UUID.randomUUID(), 200);
    }

    @Test
    void what_is_counted_cannot_be_read() {
        user.asks(UUID.randomUUID());

        assertThat(sql.queryForList("select allowance::text from allowance", String.class))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(user.id, user.number, user.address));
    }

    private void asksFor(String number, String userId, String address, int status) {
        user.post("codes", """
                {"challenge": "%s", "userId": "%s", "number": "%s", "channel": "sms", "language": "en", "address": "%s"}""".formatted(UUID.randomUUID(), userId, number, address))
                .expectStatus()
                .isEqualTo(status);
    }

    private Map<String, Object> shape(UUID challenge, String code) {
        byte[] body = user.types(challenge, code)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        Map<String, Object> answer =
                JsonPath.read(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$");
        answer.put("serverTime", String.valueOf(answer.get("serverTime")).replaceAll("[0-9]+", "0"));
        return answer;
    }

    private static <T, R> List<R> atOnce(List<T> all, Function<T, R> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<R>> answers = all.stream()
                    .map(each -> threads.submit(() -> work.apply(each)))
                    .toList();
            List<R> found = new ArrayList<>();
            for (Future<R> answer : answers) found.add(answer.get());
            return found;
        }
    }
}

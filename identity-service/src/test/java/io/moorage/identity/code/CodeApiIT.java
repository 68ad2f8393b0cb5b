package io.moorage.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityTest;
import io.moorage.identity.TestPhone;
import io.moorage.simulators.phone.Fault;
import io.moorage.simulators.phone.PhoneMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

@IdentityTest
class CodeApiIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ForgetOldCodes forgetting;

    final UUID challenge = UUID.randomUUID();
    Asker user;

    @BeforeEach
    void somebody_new() {
        user = new Asker(port);
    }

    @AfterEach
    void nothing_is_wrong_any_more() {
        TestPhone.endFaults();
    }

    @Test
    void a_code_comes_by_sms_and_is_right_once() {
        user.asks(challenge, "sms", "fr").expectStatus().isOk();
        PhoneMessage sms = TestPhone.last(user.number);
        assertThat(sms.channel()).isEqualTo("sms");
        assertThat(sms.text())
                .matches("Moorage : votre code de sécurité est [0-9]{6}\\. Il est valable 10 minutes\\. .*");

        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("wrong");
    }

    @Test
    void the_answer_tells_how_long_the_code_is_good_and_when_there_are_other_ways() {
        user.asks(challenge)
                .expectBody()
                .jsonPath("$.serverTime")
                .exists()
                .jsonPath("$")
                .value(answer -> {
                    var times = (Map<?, ?>) answer;
                    Instant sentAt = Instant.parse(String.valueOf(times.get("sentAt")));
                    assertThat(times.get("expiresAt"))
                            .isEqualTo(sentAt.plus(Duration.ofMinutes(10)).toString());
                    assertThat(times.get("otherWaysAt"))
                            .isEqualTo(sentAt.plus(Duration.ofMinutes(5)).toString());
                });
    }

    @Test
    void another_code_another_challenges_and_another_users_are_all_wrong() {
        user.asks(challenge);
        UUID second = UUID.randomUUID();
        String first = user.lastCode();
        user.asks(second);
        Asker other = new Asker(port);

        assertThat(user.outcome(challenge, user.wrongCode())).isEqualTo("wrong");
        assertThat(other.outcome(challenge, first)).isEqualTo("wrong");
        assertThat(user.outcome(UUID.randomUUID(), first)).isEqualTo("wrong");
        if (!first.equals(user.lastCode()))
            assertThat(user.outcome(second, first)).isEqualTo("wrong");
        assertThat(user.outcome(challenge, "")).isEqualTo("wrong");
        assertThat(user.outcome(challenge, first)).isEqualTo("right");
    }

    @Test
    void five_wrong_tries_kill_a_code_and_another_ones_tries_do_not() {
        user.asks(challenge);
        Asker other = new Asker(port);
        for (int i = 0; i < 5; i++)
            assertThat(other.outcome(challenge, "000000")).isEqualTo("wrong");
        for (int i = 0; i < 4; i++)
            assertThat(user.outcome(challenge, user.wrongCode())).isEqualTo("wrong");
        UUID second = UUID.randomUUID();
        user.asks(second);
        for (int i = 0; i < 5; i++)
            assertThat(user.outcome(second, user.wrongCode())).isEqualTo("wrong");

        assertThat(user.outcome(second, user.lastCode())).isEqualTo("expired");
    }

    @Test
    void a_code_expires() {
        user.asks(challenge);
        passes("10 minutes");

        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("expired");
    }

    @Test
    void another_is_sent_only_after_the_wait() {
        user.asks(challenge).expectStatus().isOk();

        user.asks(challenge)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .value("Retry-After", wait -> assertThat(Integer.parseInt(wait)).isBetween(290, 300))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("resend-too-early");
        assertThat(TestPhone.messages(user.number)).hasSize(1);
    }

    @Test
    void the_next_goes_by_another_operator_and_replaces_the_last() {
        user.asks(challenge);
        String old = user.lastCode();
        passes("5 minutes");

        user.asks(challenge).expectStatus().isOk();

        assertThat(operators()).containsExactly("http-b", "http-a");
        if (!old.equals(user.lastCode()))
            assertThat(user.outcome(challenge, old)).isEqualTo("wrong");
        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
    }

    @Test
    void a_call_dictates_the_code_in_the_language_chosen_digit_by_digit() {
        user.asks(challenge);
        passes("5 minutes");

        user.asks(challenge, "voice", "fr").expectStatus().isOk();

        PhoneMessage call = TestPhone.last(user.number);
        assertThat(call.channel()).isEqualTo("voice");
        assertThat(call.operator()).isEqualTo("http-b");
        assertThat(call.language()).isEqualTo("fr");
        assertThat(call.text().split("\n"))
                .hasSize(3)
                .allSatisfy(once -> assertThat(once)
                        .matches(
                                "Bonjour\\..* Votre code est : ([0-9], ){5}[0-9]\\. Je répète : ([0-9], ){5}[0-9]\\."));
        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
    }

    @Test
    void where_no_language_is_chosen_a_call_speaks_english() {
        user.asks(challenge);
        passes("5 minutes");

        user.post("codes", """
                {"challenge": "%s", "userId": "%s", "number": "%s", "channel": "voice"}""".formatted(challenge, user.id, user.number));

        assertThat(TestPhone.last(user.number).language()).isEqualTo("en");
        assertThat(TestPhone.last(user.number).text()).startsWith("Hello. This is Moorage");
    }

    @Test
    void the_first_comes_by_sms() {
        user.asks(challenge, "voice", "en")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("resend-too-early");
    }

    @Test
    void an_operator_that_is_down_is_passed_over() {
        TestPhone.order("http-a", Fault.DOWN, null);

        user.asks(challenge).expectStatus().isOk();

        assertThat(operators()).containsExactly("http-b");
    }

    @Test
    void without_any_operator_the_last_code_stays_good_and_nothing_is_used_up() {
        user.asks(challenge);
        passes("5 minutes");
        TestPhone.OPERATORS.forEach(operator -> TestPhone.order(operator, Fault.DOWN, null));

        for (int i = 0; i < 15; i++)
            user.asks(challenge)
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("no-operator-available");

        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
    }

    @Test
    void a_first_send_that_nobody_took_can_be_tried_again_at_once() {
        TestPhone.OPERATORS.forEach(operator -> TestPhone.order(operator, Fault.DOWN, null));
        user.asks(challenge).expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        TestPhone.endFaults();

        user.asks(challenge).expectStatus().isOk();

        assertThat(user.outcome(challenge, user.lastCode())).isEqualTo("right");
    }

    @Test
    void a_challenge_is_for_one_user_and_one_number() {
        user.asks(challenge);
        passes("5 minutes");

        new Asker(port)
                .asks(challenge)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("challenge-taken");
    }

    @Test
    void no_code_stands_anywhere_in_the_database() {
        user.asks(challenge);

        String row = sql.queryForObject(
                "select second_factor_code::text from second_factor_code where challenge = ?", String.class, challenge);
        assertThat(row).contains(user.number).doesNotContain("," + user.lastCode());
        assertThat(sql.queryForObject(
                        "select length(hash) from second_factor_code where challenge = ?", Integer.class, challenge))
                .isEqualTo(32);
        assertThat(sql.queryForList("select operator_message::text from operator_message", String.class))
                .allSatisfy(message -> assertThat(message).doesNotContain(user.number));
    }

    @Test
    void a_number_is_forgotten_once_its_code_was_used_or_is_long_expired() {
        user.asks(challenge);
        user.outcome(challenge, user.lastCode());
        assertThat(rows(challenge)).isZero();
        UUID second = UUID.randomUUID();
        user.asks(second);
        sql.update(
                "update second_factor_code set expires_at = now() - interval '59 minutes' where challenge = ?", second);
        forgetting.sweep();
        assertThat(rows(second)).isEqualTo(1);

        sql.update(
                "update second_factor_code set expires_at = now() - interval '61 minutes' where challenge = ?", second);
        forgetting.sweep();

        assertThat(rows(second)).isZero();
    }

    @Test
    void a_number_that_is_none_or_refused_gets_no_code() {
        user.post("codes", """
                {"challenge": "%s", "userId": "u-1", "number": "+33892701239", "channel": "sms", "language": "en", "address": "a"}""".formatted(challenge))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"code\": \"phone-number-refused\", \"errors\": [{\"pointer\": \"/number\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{\"challenge\": \"1\", \"userId\": \"u\", \"number\": \"+33600000001\", \"channel\": \"sms\"}",
                "{\"challenge\": \"0e9d1c64-8a84-4a4e-8f0a-2b7d1f6f9a10\", \"userId\": \" \", \"number\": \"+33600000001\", \"channel\": \"sms\"}",
                "{\"challenge\": \"0e9d1c64-8a84-4a4e-8f0a-2b7d1f6f9a10\", \"userId\": \"u\", \"number\": \"+33600000001\", \"channel\": \"fax\"}"
            })
    void what_cannot_be_understood_is_malformed(String json) {
        user.post("codes", json)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-request");
        user.post("codes/check", json).expectStatus().isBadRequest();
    }

    @Test
    void numbers_are_told_in_full() {
        user.post("numbers", "{\"number\": \"06 00 00 00 01\", \"country\": \"FR\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"number\": \"+33600000001\", \"shown\": \"+33 6 00 00 00 01\"}");
        user.post("numbers", "{\"number\": \"06 00 00 00 01\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("phone-number-invalid");
    }

    @Test
    void nobody_without_the_secret_is_served() {
        for (String path : List.of("codes", "codes/check", "numbers"))
            user.post(path, "{}", "guessed").expectStatus().isUnauthorized();
    }

    private List<String> operators() {
        return TestPhone.messages(user.number).stream()
                .map(PhoneMessage::operator)
                .toList();
    }

    private int rows(UUID which) {
        Integer found =
                sql.queryForObject("select count(*) from second_factor_code where challenge = ?", Integer.class, which);
        return found == null ? 0 : found;
    }

    /** Everything about the challenge was so much earlier. */
    private void passes(String time) {
        sql.update("""
                update second_factor_code set sent_at = sent_at - ?::interval, expires_at = expires_at - ?::interval,
                    other_ways_at = other_ways_at - ?::interval where challenge = ?
                """, time, time, time, challenge);
    }
}

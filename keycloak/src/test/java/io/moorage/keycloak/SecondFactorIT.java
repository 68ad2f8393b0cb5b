package io.moorage.keycloak;

import static io.moorage.keycloak.Pages.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.StubCodes.Sent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.TimeBasedOTP;

/** Log-in with a second factor, and enrolment of a number, in the real Keycloak. */
class SecondFactorIT {

    private static final String WRONG = "This code is not right.";
    /** Its spaces keep it on one line. */
    private static final String MASKED_NUMBER = "+33 • •• •• •• 01".replace(' ', '\u00a0');

    private static final String ANOTHER_WAY = "type=\"submit\" name=\"tryAnotherWay\"";
    private static final String DEMO_NUMBER = "+33600000001";

    private World world;
    private Surroundings surroundings;
    private StubCodes codes;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
        codes = surroundings.codes;
    }

    private HttpResponse<String> codePage(Visitor visitor, String login, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> page = visitor.enter(visitor.arrive("en", Map.of()), login, password);
        assertThat(visitor.asksForCode(page)).as(page.body()).isTrue();
        return page;
    }

    private static HttpResponse<String> press(Visitor visitor, HttpResponse<String> page, String... form)
            throws IOException, InterruptedException {
        return form.length == 2
                ? visitor.browser.submit(page, Map.of("way", form[0], "language", form[1]))
                : visitor.browser.submit(page, Map.of("way", form[0]));
    }

    // SMS

    @Test
    void a_log_in_asks_for_the_code_that_went_to_the_users_number() throws Exception {
        Visitor visitor = world.visitor();

        HttpResponse<String> page = codePage(visitor, "demo", World.PASSWORD);

        assertThat(codes.sent).hasSize(1);
        Sent sent = codes.last();
        assertThat(sent.number()).isEqualTo(DEMO_NUMBER);
        assertThat(sent.channel()).isEqualTo("sms");
        assertThat(sent.language()).isEqualTo("fr");
        assertThat(page.body()).contains(MASKED_NUMBER).doesNotContain("600000001", sent.code());
        assertThat(visitor.redeem(visitor.code(page, sent.code()))
                        .claims()
                        .path("preferred_username")
                        .asText())
                .isEqualTo("demo");
    }

    @Test
    void the_page_has_its_script_in_a_file_and_works_without_it() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, "demo", World.PASSWORD);
        Matcher script = Pattern.compile("src=\"([^\"]*/js/moorage-code.js)\"").matcher(page.body());
        assertThat(script.find()).isTrue();

        assertThat(visitor.browser
                        .open(page.uri().resolve(script.group(1)).toString())
                        .body())
                .contains("moorage-wait");
        assertThat(page.body())
                .contains("name=\"way\" value=\"sms\"", "name=\"way\" value=\"voice\"", "name=\"language\"");
    }

    @Test
    void without_a_second_factor_none_is_asked_for() throws Exception {
        assertThat(world.visitor().logIn("technician", World.PASSWORD).access()).isNotEmpty();
        assertThat(codes.sent).isEmpty();
    }

    @Test
    void coming_back_to_the_page_sends_no_other_code() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, "demo", World.PASSWORD);

        HttpResponse<String> expired = visitor.browser.open(page.uri().toString());
        page = visitor.browser.open(Pages.link(expired.body(), "http[^\"]*login-actions/authenticate[^\"]*"));

        assertThat(codes.sent).hasSize(1);
        assertThat(visitor.redeem(visitor.code(page, codes.last().code())).access())
                .isNotEmpty();
    }

    @Test
    void a_code_is_typed_as_people_write_it_and_one_without_six_digits_is_no_try() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, People.registered(world), People.PASSWORD);
        String code = codes.last().code();

        for (int i = 0; i < 6; i++) {
            page = visitor.code(page, "12 34");
            assertThat(said(page)).contains("Le code a six chiffres.");
        }

        page = visitor.code(page, code.substring(0, 3) + " " + code.substring(3));
        assertThat(visitor.redeem(page).access()).isNotEmpty();
    }

    @Test
    void five_wrong_codes_lock_and_then_the_right_one_is_as_wrong() throws Exception {
        String login = People.registered(world);
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, login, People.PASSWORD);
        String code = codes.last().code();

        for (int i = 0; i < 5; i++) {
            page = visitor.code(page, "00000" + i);
            awaitWrongTries(login, i + 1);
        }
        String wrong = saidButForTheClock(page);
        page = visitor.code(page, code);

        assertThat(saidButForTheClock(page)).isEqualTo(wrong).contains("Ce code n’est pas le bon.");
        Visitor again = world.visitor();
        assertThat(again.enter(again.arrive("en", Map.of()), login, People.PASSWORD)
                        .body())
                .contains("After five wrong tries, log-in pauses for a while.");
    }

    /** The countdown goes on between two pages. */
    private static String saidButForTheClock(HttpResponse<String> page) {
        return said(page).replaceAll("\\d+ min \\d+ s", "");
    }

    private void awaitWrongTries(String login, int tries) throws IOException, InterruptedException {
        new Administrator(world.keycloak.url(), World.ADMIN_PASSWORD).awaitWrongTries(login, tries);
    }

    @Test
    void wrong_codes_of_several_log_ins_add_up() throws Exception {
        String login = People.registered(world);

        for (int i = 0; i < 5; i++) {
            Visitor visitor = world.visitor();
            visitor.code(codePage(visitor, login, People.PASSWORD), "000000");
            awaitWrongTries(login, i + 1);
        }

        Visitor locked = world.visitor();
        assertThat(locked.enter(locked.arrive("en", Map.of()), login, People.PASSWORD)
                        .body())
                .contains("After five wrong tries, log-in pauses for a while.");
    }

    @Test
    void a_code_works_once() throws Exception {
        String login = People.registered(world);
        codes.sent.clear();
        Visitor visitor = world.visitor();
        visitor.redeem(visitor.answerCode(codePage(visitor, login, People.PASSWORD)));
        String used = codes.last().code();

        Visitor again = world.visitor();
        HttpResponse<String> page = again.code(codePage(again, login, People.PASSWORD), used);

        assertThat(again.asksForCode(page)).isTrue();
        assertThat(said(page)).contains("Ce code n’est pas le bon.");
    }

    @Test
    void a_code_of_another_log_in_is_wrong() throws Exception {
        String login = People.registered(world);
        codes.sent.clear();
        Visitor one = world.visitor();
        HttpResponse<String> page = codePage(one, login, People.PASSWORD);
        String code = codes.last().code();
        Visitor other = world.visitor();
        HttpResponse<String> otherPage = codePage(other, login, People.PASSWORD);

        assertThat(said(other.code(otherPage, code))).contains("Ce code n’est pas le bon.");
        awaitWrongTries(login, 1);
        assertThat(one.redeem(one.code(page, code)).access()).isNotEmpty();
    }

    @Test
    void an_expired_code_says_so_and_counts_as_no_wrong_one() throws Exception {
        String login = People.registered(world);
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, login, People.PASSWORD);
        codes.expireAll();

        for (int i = 0; i < 6; i++) page = visitor.answerCode(page);

        assertThat(said(page)).contains("Ce code a expiré.");
        assertThat(world.visitor().logIn(login, People.PASSWORD).access()).isNotEmpty();
    }

    // Another way

    @Test
    void another_way_is_refused_before_its_time_and_the_page_says_when() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, "demo", World.PASSWORD);
        assertThat(said(page))
                .containsPattern("recevoir le code autrement dans (5 min 0|4 min 5\\d) s \\(\\d\\d:\\d\\d UTC\\)");

        page = press(visitor, page, "sms");

        assertThat(said(page)).contains("Un code est encore en route. Vous pourrez le recevoir autrement dans");
        assertThat(codes.sent).hasSize(1);
        assertThat(visitor.redeem(visitor.answerCode(page)).access()).isNotEmpty();
    }

    @Test
    void later_another_sms_goes_out_and_the_code_before_is_dead() throws Exception {
        String login = People.registered(world);
        codes.sent.clear();
        codes.waitsNotAtAll();
        Visitor visitor = world.visitor();
        HttpResponse<String> page = codePage(visitor, login, People.PASSWORD);
        String before = codes.last().code();

        page = press(visitor, page, "sms");

        assertThat(said(page)).contains("Un nouveau code est en route.");
        assertThat(codes.sent).hasSize(2);
        assertThat(codes.last().challenge()).isEqualTo(codes.sent.getFirst().challenge());
        page = visitor.code(page, before);
        assertThat(said(page)).contains("Ce code n’est pas le bon.");
        awaitWrongTries(login, 1);
        assertThat(visitor.redeem(visitor.answerCode(page)).access()).isNotEmpty();
    }

    @Test
    void a_voice_call_dictates_in_the_chosen_language() throws Exception {
        codes.waitsNotAtAll();
        Visitor visitor = world.visitor();

        HttpResponse<String> page = press(visitor, codePage(visitor, "demo", World.PASSWORD), "voice", "fr");

        assertThat(codes.last().channel()).isEqualTo("voice");
        assertThat(codes.last().language()).isEqualTo("fr");
        assertThat(said(page)).contains("Nous appelons le " + MASKED_NUMBER);
        assertThat(visitor.redeem(visitor.answerCode(page)).access()).isNotEmpty();
    }

    @Test
    void a_voice_call_dictates_in_english_where_no_language_is_chosen() throws Exception {
        codes.waitsNotAtAll();
        for (String none : new String[] {"", "xx"}) {
            Visitor visitor = world.visitor();
            press(visitor, codePage(visitor, "demo", World.PASSWORD), "voice", none);
            assertThat(codes.last().channel()).isEqualTo("voice");
            assertThat(codes.last().language()).isEqualTo("en");
        }
    }

    // Trouble

    @Test
    void while_identity_is_away_the_page_says_so_and_nobody_is_locked_out() throws Exception {
        String login = People.registered(world);
        codes.refuses(503, "");
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.enter(visitor.arrive("fr", Map.of()), login, People.PASSWORD);
        for (int i = 0; i < 6; i++) {
            assertThat(said(page)).contains("Les codes ne peuvent être ni envoyés ni vérifiés pour le moment.");
            page = press(visitor, page, "sms");
        }

        codes.answersAgain();
        page = press(visitor, page, "sms");
        assertThat(visitor.asksForCode(page)).isTrue();
        codes.refuses(500, "");
        for (int i = 0; i < 6; i++) page = visitor.answerCode(page);
        assertThat(said(page)).contains("Les codes ne peuvent être ni envoyés ni vérifiés pour le moment.");
        codes.answersAgain();

        assertThat(visitor.redeem(visitor.answerCode(page)).access()).isNotEmpty();
    }

    @Test
    void too_many_codes_and_no_operator_are_told_apart() throws Exception {
        codes.refuses(429, "too-many-codes");
        Visitor visitor = world.visitor();
        assertThat(said(visitor.enter(visitor.arrive("fr", Map.of()), "demo", World.PASSWORD)))
                .contains("Trop de codes ont été demandés. Veuillez patienter 2 min 0 s");
        codes.refuses(503, "no-operator-available");
        assertThat(said(visitor.enter(visitor.arrive("fr", Map.of()), "demo", World.PASSWORD)))
                .contains("Les codes ne peuvent pas être envoyés pour le moment.");
    }

    @Test
    void an_order_whose_answer_was_lost_still_leads_to_the_codes_page() throws Exception {
        codes.refuses(409, "resend-too-early");
        Visitor visitor = world.visitor();

        HttpResponse<String> page = visitor.enter(visitor.arrive("fr", Map.of()), "demo", World.PASSWORD);

        assertThat(visitor.asksForCode(page)).isTrue();
        assertThat(said(page)).contains("Vous pourrez recevoir le code autrement dans");
    }

    // Other factors

    private static String totp(String secret) {
        return new TimeBasedOTP("HmacSHA1", 6, 30, 1).generateTOTP(Base32.decode(secret));
    }

    @Test
    void a_log_in_with_an_authenticator_app() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.enter(visitor.arrive("en", Map.of()), "second", World.PASSWORD);
        assertThat(page.body()).contains("id=\"kc-otp-login-form\"");

        page = visitor.browser.submit(page, Map.of("otp", totp(World.TOTP_SECRET)));

        assertThat(visitor.redeem(page).claims().path("preferred_username").asText())
                .isEqualTo("second");
        assertThat(codes.sent).isEmpty();
    }

    @Test
    void recovery_codes_open_when_the_phone_does_not_and_their_owner_is_told() throws Exception {
        String login = People.registered(world);
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.answerCode(visitor.enter(
                visitor.arrive("en", Map.of("kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES")), login, People.PASSWORD));
        Matcher generated = Pattern.compile("name=\"generatedRecoveryAuthnCodes\"[^>]*value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(generated.find()).as(page.body()).isTrue();
        visitor.redeem(visitor.browser.submit(page, Map.of()));
        assertThat(surroundings.securityChange("recovery-codes")).isEqualTo("added");
        assertThat(world.visitor().logIn(login, People.PASSWORD).access()).isNotEmpty();

        Visitor phoneless = world.visitor();
        page = codePage(phoneless, login, People.PASSWORD);
        assertThat(page.body()).contains(ANOTHER_WAY);
        page = phoneless.browser.submit(page, Map.of("tryAnotherWay", "on"));
        Matcher execution = Pattern.compile("name=\"authenticationExecution\" value=\"([^\"]+)\"")
                .matcher(page.body());
        String recovery = "";
        while (execution.find()) recovery = execution.group(1);
        page = phoneless.browser.submit(page, Map.of("authenticationExecution", recovery));
        assertThat(page.body()).as("Keycloak's own page").contains("recoveryCodeInput", ANOTHER_WAY);
        page = phoneless.browser.submit(
                page, Map.of("recoveryCodeInput", generated.group(1).split(",")[0]));

        assertThat(phoneless.redeem(page).access()).isNotEmpty();
        assertThat(surroundings.securityChange("recovery-codes")).isEqualTo("used");
    }

    // Enrolment

    @Test
    void registering_asks_for_a_number_and_verifies_it() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.register("en", People.registration(People.newLogin(), People.PASSWORD));
        assertThat(said(page)).contains("Votre numéro de mobile");
        assertThat(page.body()).contains("<option value=\"FR\" selected>France</option>");

        page = visitor.browser.submit(page, Map.of("country", "FR", "number", "06 99 88 77 66"));
        page = visitor.follow(page);
        assertThat(codes.last().number()).isEqualTo("+33699887766");
        page = visitor.code(page, "000000");
        assertThat(said(page)).contains("Ce code n’est pas le bon.");
        page = visitor.answerCode(page);

        assertThat(visitor.redeem(page).access()).isNotEmpty();
        JsonNode change = surroundings.securityChanges.poll(10, TimeUnit.SECONDS);
        assertThat(change.path("factor").asText()).isEqualTo("phone");
        assertThat(change.path("change").asText()).isEqualTo("added");
        assertThat(change.path("address").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_number_that_gets_no_codes_is_refused_with_the_reason_and_another_can_be_entered() throws Exception {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.register("en", People.registration(People.newLogin(), People.PASSWORD));

        page = visitor.browser.submit(page, Map.of("country", "FR", "number", ""));
        assertThat(said(page)).contains("Indiquez un numéro de mobile.");
        page = visitor.browser.submit(page, Map.of("country", "FR", "number", "123"));
        assertThat(said(page)).contains("Ce n’est pas un numéro valable dans ce pays.");
        page = visitor.browser.submit(page, Map.of("country", "FR", "number", "01 42 34 56 78"));
        assertThat(said(page)).contains("Nous ne pouvons pas envoyer de code à ce numéro.");
        page = visitor.browser.submit(page, Map.of("country", "FR", "number", "06 11 11 11 11"));
        page = press(visitor, page, "other-number");
        page = visitor.enrol(page, "06 22 22 22 22");

        assertThat(visitor.redeem(page).access()).isNotEmpty();
        assertThat(codes.last().number()).isEqualTo("+33622222222");
    }

    @Test
    void a_registration_left_before_the_number_goes_on_with_it_at_the_next_log_in() throws Exception {
        String login = People.newLogin();
        world.visitor().register("en", People.registration(login, People.PASSWORD));
        Visitor visitor = world.visitor();

        HttpResponse<String> page =
                visitor.follow(visitor.enter(visitor.arrive("en", Map.of()), login, People.PASSWORD));

        assertThat(said(page)).contains("Votre numéro de mobile");
        assertThat(visitor.redeem(visitor.enrol(page, People.NUMBER)).access()).isNotEmpty();
    }

    @Test
    void an_older_log_in_has_to_be_renewed_before_a_number_is_changed() throws Exception {
        Administrator administrator = new Administrator(world.keycloak.url(), World.ADMIN_PASSWORD);
        String login = People.registered(world);
        Visitor visitor = world.visitor();
        long loggedIn =
                visitor.logIn(login, People.PASSWORD).claims().path("iat").asLong();
        await().until(() -> Instant.now().getEpochSecond() > loggedIn);
        administrator.allowActionFor("moorage-phone", 0);
        try {
            HttpResponse<String> page = visitor.arrive("en", Map.of("kc_action", "moorage-phone"));

            assertThat(page.body()).contains("id=\"kc-form-login\"").doesNotContain("moorage-phone-form");
            page = visitor.browser.submit(page, Map.of("password", People.PASSWORD));
            page = visitor.answerCode(page);
            assertThat(page.body()).contains("id=\"moorage-phone-form\"");
        } finally {
            administrator.allowActionFor("moorage-phone", 300);
        }
    }

    @Test
    void a_number_is_changed_with_a_fresh_log_in_and_can_be_left_as_it_is() throws Exception {
        String login = People.registered(world);
        surroundings.securityChanges.clear();
        Visitor visitor = world.visitor();
        visitor.redeem(visitor.answerCode(codePage(visitor, login, People.PASSWORD)));

        HttpResponse<String> page = visitor.arrive("en", Map.of("kc_action", "moorage-phone"));
        assertThat(page.body()).contains("id=\"moorage-phone-form\"");
        HttpResponse<String> left = visitor.browser.submit(page, Map.of("cancel-aia", "true"));
        assertThat(left.headers().firstValue("Location").orElse("")).contains("kc_action_status=cancelled");

        page = visitor.arrive("en", Map.of("kc_action", "moorage-phone"));
        page = visitor.enrol(page, "06 55 55 55 55");
        assertThat(page.headers().firstValue("Location").orElse("")).contains("kc_action_status=success");
        assertThat(surroundings.securityChange("phone")).isEqualTo("changed");

        Visitor next = world.visitor();
        codePage(next, login, People.PASSWORD);
        assertThat(codes.last().number()).isEqualTo("+33655555555");
    }
}

package io.moorage.keycloak;

import static io.moorage.keycloak.Pages.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moorage.keycloak.Visitor.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A forgotten password, in the real Keycloak. */
class RecoveryIT {

    private World world;
    private Surroundings surroundings;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
    }

    private HttpResponse<String> ask(Visitor forgetful, String login, String email)
            throws IOException, InterruptedException {
        HttpResponse<String> page = forgetful.arrive("en", Map.of());
        String link = Pages.link(page.body(), "[^\"]*/reset-credentials[^\"]*");
        HttpResponse<String> form =
                forgetful.browser.open(page.uri().resolve(link).toString());
        return forgetful.browser.submit(form, Map.of("username", login, "email", email));
    }

    private JsonNode mailTo(String address) throws InterruptedException {
        JsonNode mail = surroundings.mails.poll(10, TimeUnit.SECONDS);
        assertThat(mail).as("a mail to " + address).isNotNull();
        assertThat(mail.path("to").asText()).isEqualTo(address);
        return mail;
    }

    private static String linkIn(JsonNode mail) {
        return Pages.link(mail.path("html").asText(), "[^\"]*/action-token[^\"]*");
    }

    @Test
    void a_forgotten_password_is_replaced_through_a_mail_in_the_users_language_and_the_second_factor()
            throws Exception {
        String login = People.registered(world);
        Visitor forgetful = world.visitor();

        ask(forgetful, login, People.email(login));

        JsonNode mail = mailTo(People.email(login));
        assertThat(mail.path("subject").asText()).isEqualTo("Choisir un nouveau mot de passe");
        assertThat(mail.path("language").asText()).isEqualTo("fr");
        assertThat(mail.path("user").asText()).isNotEmpty();
        assertThat(mail.path("text").asText()).contains("Bonjour Anne,", "/action-token?key=");
        HttpResponse<String> page = forgetful.browser.open(linkIn(mail));
        assertThat(forgetful.asksForCode(page)).isTrue();
        page = forgetful.answerCode(page);
        Tokens tokens = forgetful.redeem(forgetful.browser.submit(
                page, Map.of("password-new", "battery staple", "password-confirm", "battery staple")));
        assertThat(tokens.claims().path("preferred_username").asText()).isEqualTo(login);
        assertThat(world.visitor().logIn(login, "battery staple").access()).isNotEmpty();
        assertThat(surroundings.securityChange("password")).isEqualTo("changed");
    }

    @Test
    void the_answer_is_the_same_whatever_matches_and_only_both_together_bring_a_mail() throws Exception {
        String login = People.registered(world);
        String other = People.registered(world);

        String both = said(ask(world.visitor(), login, People.email(login).toUpperCase()));
        mailTo(People.email(login));

        assertThat(both).contains("a message with a link is on its way");
        assertThat(said(ask(world.visitor(), login, People.email(other)))).isEqualTo(both);
        assertThat(said(ask(world.visitor(), People.email(login), People.email(login))))
                .isEqualTo(both);
        assertThat(said(ask(world.visitor(), People.newLogin(), People.email(login))))
                .isEqualTo(both);
        // A mail of the ones before would have come before this one.
        ask(world.visitor(), other, People.email(other));
        mailTo(People.email(other));
        assertThat(surroundings.mails).isEmpty();
    }

    @Test
    void the_answer_takes_as_long_whatever_matches() throws Exception {
        String login = People.registered(world);

        // The shortest of several: whatever else runs on the machine only adds.
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            known = Math.min(known, time(login, People.email(login)));
            unknown = Math.min(unknown, time(People.newLogin(), "nobody@example.eu"));
        }

        assertThat(known).isGreaterThanOrEqualTo(400);
        assertThat(unknown).isGreaterThanOrEqualTo(400);
        assertThat(Math.abs(known - unknown)).isLessThan(200);
    }

    private long time(String login, String email) throws IOException, InterruptedException {
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.arrive("en", Map.of());
        String link = Pages.link(page.body(), "[^\"]*/reset-credentials[^\"]*");
        HttpResponse<String> form =
                visitor.browser.open(page.uri().resolve(link).toString());
        long start = System.nanoTime();
        visitor.browser.submit(form, Map.of("username", login, "email", email));
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void what_is_missing_is_asked_for() throws Exception {
        assertThat(said(ask(world.visitor(), "demo", ""))).contains("Enter an e-mail address.");
        assertThat(said(ask(world.visitor(), "", "demo@hst-test.eu"))).contains("Enter a login name.");
    }

    @Test
    void while_the_mail_room_is_away_the_page_says_the_same_and_the_mail_follows() throws Exception {
        String login = People.registered(world);
        surroundings.takesNoMails(2);

        HttpResponse<String> known = ask(world.visitor(), login, People.email(login));
        HttpResponse<String> unknown = ask(world.visitor(), People.newLogin(), "nobody@example.eu");

        assertThat(known.statusCode()).isEqualTo(200).isEqualTo(unknown.statusCode());
        assertThat(said(known)).isEqualTo(said(unknown));
        mailTo(People.email(login));
    }
}
